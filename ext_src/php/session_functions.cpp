#include "uvstream/php/session_functions.h"

#include <utility>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/php/turn.h"
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

// (Its own handler may call them, too.)
void call_in_turn(zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    const TurnWith turn(kSession, LastGoesOn::No);
    if (turn.is_refused()) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    const bool has_failed = turn.is_taken() && std::exchange(UVSTREAM_G(calls)->has_session_failed, false);
    if (has_failed) give_session_up(INTERNAL_FUNCTION_PARAM_PASSTHRU);
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
