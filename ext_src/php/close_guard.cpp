#include "uvstream/php/close_guard.h"

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/php/dump_requests.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::php {

namespace {

using EngineHook = void (*)(zend_execute_data*);
EngineHook previous_hook = nullptr;

// Whether what a signal's handler throws would surface in a strand that is not the one to run it.
bool are_handlers_another_strands() {
    stream::State& state = stream::state();
    return state.handled_signals != 0 && !state.scheduler.dispatcher().runs_handlers(state.scheduler.current());
}

void on_interrupt(zend_execute_data* execute_data) {
    const bool was_asked = attend_to_requests();
    const bool is_ours = was_asked || !stream::notes().to_free.empty(); // by free_closing_soon(): no signal's
    stream::end_exchange(execute_data);
    UVSTREAM_G(calls)->connections.end_calls(stream::state().scheduler.current(), execute_data);
    stream::free_closing_streams(execute_data);
    if (!are_handlers_another_strands()) {
        if (previous_hook != nullptr) previous_hook(execute_data);
    } else if (!is_ours && stream::state().has_async_signals) {
        task::tasks().pass_interrupt_on();
    }
    zend::unwind_what_was_done(execute_data);
}

// False, with nothing done, where it is PHP's to close.
bool close_in_use(const zval* arg) {
    php_stream* const stream = stream::stream_of(arg);
    // (PHP refuses to close one that says so: that of ext/openssl's renegotiation callback.)
    if (stream == nullptr || (stream->flags & PHP_STREAM_FLAG_NO_FCLOSE) != 0) return false;
    ZVAL_DEREF(arg);
    return stream::close_in_use(stream, Z_RES_P(arg));
}

} // namespace

PHP_FUNCTION(fclose) {
    if (ZEND_NUM_ARGS() == 1 && close_in_use(ZEND_CALL_ARG(execute_data, 1))) RETURN_TRUE;
    previous_handler<ZEND_FN(fclose)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

void install_close_guard() {
    previous_hook = zend_interrupt_function;
    zend_interrupt_function = on_interrupt;
}

void remove_close_guard() {
    if (zend_interrupt_function == on_interrupt) zend_interrupt_function = previous_hook;
}

} // namespace uvstream::php
