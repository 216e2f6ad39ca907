#include "uvstream/php/curl_functions.h"

#include <cstdint>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/php/turn.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"

namespace uvstream::php {

namespace {

// For what does not wait: whether it may go on.
bool wait_for_others(uintptr_t handle) {
    sched::Turns& turns = UVSTREAM_G(calls)->turns;
    const sched::Strand& running = UVSTREAM_G(calls)->scheduler.current();
    if (turns.find(handle) == nullptr || turns.is_taken_by(running, handle)) return true;
    if (!begin_turn(handle, LastGoesOn::Yes)) return false;
    turns.end(handle);
    return true;
}

void call_after_others(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    if (!wait_for_others(number_of(argument(execute_data, 1)))) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

// For what may wait.
void call_handle_alone(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    call_alone(number_of(argument(execute_data, 1)), LastGoesOn::Yes, function, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace

PHP_FUNCTION(curl_exec) { call_handle_alone(previous_handler<ZEND_FN(curl_exec)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

PHP_FUNCTION(curl_setopt) {
    call_after_others(previous_handler<ZEND_FN(curl_setopt)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_setopt_array) {
    call_after_others(previous_handler<ZEND_FN(curl_setopt_array)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_reset) { call_after_others(previous_handler<ZEND_FN(curl_reset)>, INTERNAL_FUNCTION_PARAM_PASSTHRU); }

PHP_FUNCTION(curl_multi_exec) {
    call_handle_alone(previous_handler<ZEND_FN(curl_multi_exec)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_add_handle) {
    if (!wait_for_others(number_of(argument(execute_data, 2)))) RETURN_FALSE;
    call_after_others(previous_handler<ZEND_FN(curl_multi_add_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_remove_handle) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_remove_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_close) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_close)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
