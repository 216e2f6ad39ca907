#include "uvstream/php/session_functions.h"

#include <utility>

#include "uvstream/base/deadline.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

// PHP's function has gone on without the lock, and the session is as one that was just made: it is given up.
void give_session_up(INTERNAL_FUNCTION_PARAMETERS) {
    if (previous_handler<ZEND_FN(session_abort)> == nullptr) return;
    const zend::ExceptionAside aside = zend::put_aside();
    const uint32_t count = std::exchange(ZEND_CALL_NUM_ARGS(execute_data), 0);
    previous_handler<ZEND_FN(session_abort)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    ZEND_CALL_NUM_ARGS(execute_data) = count;
    zend::put_back(aside);
    ZVAL_FALSE(return_value);
}

void call_in_turn(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    sched::Scheduler& scheduler = UVSTREAM_G(calls)->scheduler;
    sched::Strand& strand = scheduler.current();
    sched::Exclusive& turn = UVSTREAM_G(calls)->session;
    const bool is_within = turn.is_taken_by(strand); // by the session's own handler
    if (scheduler.may_block() || is_within) return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    const sched::Woken woken = turn.wait(strand, base::Deadline::never());
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    if (woken != sched::Woken::Ready) RETURN_FALSE;
    turn.take(strand);
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (std::exchange(UVSTREAM_G(calls)->has_session_failed, false)) give_session_up(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (turn.is_taken_by(strand)) turn.give_back();
}

} // namespace

PHP_FUNCTION(session_start) {
    call_in_turn(previous_handler<ZEND_FN(session_start)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(session_write_close) {
    call_in_turn(previous_handler<ZEND_FN(session_write_close)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(session_abort) {
    call_in_turn(previous_handler<ZEND_FN(session_abort)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(session_reset) {
    call_in_turn(previous_handler<ZEND_FN(session_reset)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(session_destroy) {
    call_in_turn(previous_handler<ZEND_FN(session_destroy)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

PHP_FUNCTION(session_regenerate_id) {
    call_in_turn(previous_handler<ZEND_FN(session_regenerate_id)>, INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
