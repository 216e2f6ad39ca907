#include "uvstream/php/curl_functions.h"

#include <cstdint>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

sched::Turns& turns() { return UVSTREAM_G(calls)->curl_handles; }
sched::Strand& running() { return UVSTREAM_G(calls)->scheduler.current(); }

// By what the turns of the argument are known; 0: PHP's function refuses it. (The call has a reference to it.)
uintptr_t handle_of(zend_execute_data* execute_data, uint32_t number) {
    zval* const handle = argument(execute_data, number);
    return handle != nullptr && Z_TYPE_P(handle) == IS_OBJECT ? reinterpret_cast<uintptr_t>(Z_OBJ_P(handle)) : 0;
}

// Once nobody else has the handle; false: the call is to fail, and an exception says why. Whoever has had it last goes
// on with it before those who wait: what it has set is for its own transfer.
bool begin_turn(uintptr_t handle) {
    const sched::Turns::Line* const line = turns().find(handle);
    const bool goes_on = line != nullptr && line->last == &running();
    const sched::Woken woken = turns().begin(UVSTREAM_G(calls)->waiter(), handle, goes_on);
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    return woken == sched::Woken::Ready;
}

// For what does not wait: whether it may go on.
bool wait_for_others(uintptr_t handle) {
    if (turns().find(handle) == nullptr || turns().is_taken_by(running(), handle)) return true;
    if (!begin_turn(handle)) return false;
    turns().end(handle);
    return true;
}

void call_after_others(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    if (!wait_for_others(handle_of(execute_data, 1))) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

// For what may wait. (A callback of it may use the handle, too.)
void call_alone(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    const uintptr_t handle = handle_of(execute_data, 1);
    const bool is_alone = UVSTREAM_G(calls)->scheduler.may_block();
    if (handle == 0 || is_alone || turns().is_taken_by(running(), handle)) {
        return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    if (!begin_turn(handle)) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    turns().end(handle);
}

} // namespace

PHP_FUNCTION(curl_exec) { call_alone(previous_handler<ZEND_FN(curl_exec)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

PHP_FUNCTION(curl_setopt) {
    call_after_others(previous_handler<ZEND_FN(curl_setopt)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_setopt_array) {
    call_after_others(previous_handler<ZEND_FN(curl_setopt_array)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_reset) { call_after_others(previous_handler<ZEND_FN(curl_reset)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

PHP_FUNCTION(curl_multi_exec) {
    call_alone(previous_handler<ZEND_FN(curl_multi_exec)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_add_handle) {
    if (!wait_for_others(handle_of(execute_data, 2))) RETURN_FALSE;
    call_after_others(previous_handler<ZEND_FN(curl_multi_add_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_remove_handle) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_remove_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_close) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_close)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
