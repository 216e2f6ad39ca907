#include "uvstream/php/connection_functions.h"

#include <cstdint>

#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/php/turn.h"

namespace uvstream::php {

namespace {

// (That two have the same is of no harm.)
uintptr_t number_of_name(const zval* name) {
    return name != nullptr && Z_TYPE_P(name) == IS_STRING ? zend_string_hash_val(Z_STR_P(name)) : 0;
}

bool is_persistent(zval* options) {
    constexpr zend_ulong kPersistent = 12; // PDO::ATTR_PERSISTENT
    if (options == nullptr) return false;
    ZVAL_DEREF(options);
    return Z_TYPE_P(options) == IS_ARRAY && zend_hash_index_exists(Z_ARRVAL_P(options), kPersistent);
}

void connect_in_turn(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    const bool takes_turns = is_persistent(argument(execute_data, 4));
    const uintptr_t name = takes_turns ? number_of_name(argument(execute_data, 1)) : 0;
    call_alone(name, LastGoesOn::No, function, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

// What it fetches is what its own execute() has asked for: that comes before another task's.
void fetch(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    call_alone(number_of(ZEND_THIS), LastGoesOn::Yes, function, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace

PHP_FUNCTION(pg_close) {
    const uintptr_t its = number_of(argument(execute_data, 1));
    call_alone(its != 0 ? its : kLastConnection, LastGoesOn::No, previous_handler<ZEND_FN(pg_close)>,
               INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(pg_pconnect) {
    call_alone(number_of_name(argument(execute_data, 1)), LastGoesOn::No, previous_handler<ZEND_FN(pg_pconnect)>,
               INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDO, __construct) {
    connect_in_turn(previous_handler<ZEND_MN(PDO___construct)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDO, connect) { connect_in_turn(previous_handler<ZEND_MN(PDO_connect)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

ZEND_METHOD(PDOStatement, execute) {
    call_alone(number_of(ZEND_THIS), LastGoesOn::No, previous_handler<ZEND_MN(PDOStatement_execute)>,
               INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDOStatement, fetch) {
    fetch(previous_handler<ZEND_MN(PDOStatement_fetch)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDOStatement, fetchAll) {
    fetch(previous_handler<ZEND_MN(PDOStatement_fetchAll)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDOStatement, fetchColumn) {
    fetch(previous_handler<ZEND_MN(PDOStatement_fetchColumn)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDOStatement, fetchObject) {
    fetch(previous_handler<ZEND_MN(PDOStatement_fetchObject)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(PDOStatement, getColumnMeta) {
    fetch(previous_handler<ZEND_MN(PDOStatement_getColumnMeta)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
