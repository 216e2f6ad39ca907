#include "uvstream/php/curl_functions.h"

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/arguments.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/php/turn.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"

namespace uvstream::php {

namespace {

// What the argument is, by which its turn is known; null: PHP's function refuses it.
const void* object_of(zend_execute_data* execute_data, uint32_t number) {
    zval* const handle = argument(execute_data, number);
    return handle != nullptr && Z_TYPE_P(handle) == IS_OBJECT ? Z_OBJ_P(handle) : nullptr;
}

// Whether the call may go on with the handle, with which nobody else is. (The call has a reference to it.)
bool await_handle(zend_execute_data* execute_data, uint32_t number) {
    sched::Turns& turns = UVSTREAM_G(calls)->turns;
    sched::Strand& strand = UVSTREAM_G(calls)->scheduler.current();
    const void* const object = object_of(execute_data, number);
    sched::Turn* const turn = turns.find(object);
    if (turn == nullptr || turn->is_taken_by(strand)) return true;
    if (!turn->is_taken() && turn->prepared_by == &strand) return true;
    if (!await_turn(*turn)) return false;
    turn->prepared_by = &strand;
    turns.close(object);
    return true;
}

// For what does not wait.
void call_after_others(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    if (!await_handle(execute_data, 1)) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

// Whoever has set an option of a handle in his turn uses it before those who wait do the same.
bool take(sched::Turn& turn, sched::Strand& strand) {
    const bool is_prepared = !turn.is_taken() && turn.prepared_by == &strand;
    if (!is_prepared && !await_turn(turn)) return false;
    turn.prepared_by = nullptr;
    turn.take(strand);
    return true;
}

// For what may wait.
void call_alone(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    sched::Scheduler& scheduler = UVSTREAM_G(calls)->scheduler;
    const void* const object = object_of(execute_data, 1);
    if (object == nullptr || scheduler.may_block()) return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    sched::Turns& turns = UVSTREAM_G(calls)->turns;
    sched::Strand& strand = scheduler.current();
    sched::Turn& turn = turns.open(object);
    if (turn.is_taken_by(strand)) return function(INTERNAL_FUNCTION_PARAM_PASSTHRU); // by a callback of it
    if (!take(turn, strand)) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (turn.is_taken_by(strand)) turns.close(object);
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
    if (!await_handle(execute_data, 2)) RETURN_FALSE;
    call_after_others(previous_handler<ZEND_FN(curl_multi_add_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_remove_handle) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_remove_handle)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(curl_multi_close) {
    call_after_others(previous_handler<ZEND_FN(curl_multi_close)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
