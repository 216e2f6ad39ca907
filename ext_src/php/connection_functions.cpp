#include "uvstream/php/connection_functions.h"

#include <cstdint>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

void call_in_turn(zif_handler function, uintptr_t thing, INTERNAL_FUNCTION_PARAMETERS) {
    libraries::CallingThread& thread = *UVSTREAM_G(calls);
    sched::Turns& turns = thread.functions;
    if (thread.scheduler.may_block() || turns.is_taken_by(thread.scheduler.current(), thing)) {
        return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    const sched::Woken woken = turns.begin(thread.waiter(), thing);
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    if (woken != sched::Woken::Ready) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    turns.end(thing);
}

uintptr_t object_of(const zval* value) {
    return value != nullptr && Z_TYPE_P(value) == IS_OBJECT ? reinterpret_cast<uintptr_t>(Z_OBJ_P(value)) : 0;
}

// (That two have the same is of no harm.)
uintptr_t number_of(const zval* name) {
    return name != nullptr && Z_TYPE_P(name) == IS_STRING ? zend_string_hash_val(Z_STR_P(name)) : 0;
}

bool is_persistent(zval* options) {
    constexpr zend_ulong kPersistent = 12; // PDO::ATTR_PERSISTENT
    if (options == nullptr) return false;
    ZVAL_DEREF(options);
    return Z_TYPE_P(options) == IS_ARRAY && zend_hash_index_exists(Z_ARRVAL_P(options), kPersistent);
}

void connect_in_turn(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    if (!is_persistent(argument(execute_data, 4))) return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    call_in_turn(function, number_of(argument(execute_data, 1)), INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace

PHP_FUNCTION(pg_close) {
    call_in_turn(previous_handler<ZEND_FN(pg_close)>, object_of(argument(execute_data, 1)),
                 INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(pg_pconnect) {
    call_in_turn(previous_handler<ZEND_FN(pg_pconnect)>, number_of(argument(execute_data, 1)),
                 INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDO, __construct) {
    connect_in_turn(previous_handler<ZEND_MN(PDO___construct)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDO, connect) { connect_in_turn(previous_handler<ZEND_MN(PDO_connect)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

ZEND_METHOD(PDOStatement, execute) {
    call_in_turn(previous_handler<ZEND_MN(PDOStatement_execute)>, object_of(ZEND_THIS),
                 INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
