#include "uvstream/php/close_guard.h"

#include "uvstream/php/replaced_functions.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/stream_guard.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::php {

namespace {

using EngineHook = void (*)(zend_execute_data*);
EngineHook previous_hook = nullptr;

void on_interrupt(zend_execute_data* execute_data) {
    stream::free_doomed_streams(execute_data);
    if (previous_hook != nullptr) previous_hook(execute_data);
    zend::unwind_what_was_done(execute_data);
}

// The stream behind an argument, if C code below us still uses it.
php_stream* guarded_stream(const zval* arg) {
    php_stream* const stream = stream::state().guard != nullptr ? stream::stream_of(arg) : nullptr;
    // (PHP refuses to close one that says so: that of ext/openssl's renegotiation callback.)
    if (stream == nullptr || (stream->flags & PHP_STREAM_FLAG_NO_FCLOSE) != 0) return nullptr;
    return stream::StreamGuard::covers(stream) ? stream : nullptr;
}

} // namespace

PHP_FUNCTION(fclose) {
    php_stream* const stream = ZEND_NUM_ARGS() == 1 ? guarded_stream(ZEND_CALL_ARG(execute_data, 1)) : nullptr;
    if (stream == nullptr) {
        previous_handler(ZEND_FN(fclose))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
        return;
    }
    stream::doom(stream, Z_RES_P(ZEND_CALL_ARG(execute_data, 1)));
    RETURN_TRUE;
}

void install_close_guard() {
    previous_hook = zend_interrupt_function;
    zend_interrupt_function = on_interrupt;
}

void remove_close_guard() {
    if (zend_interrupt_function == on_interrupt) zend_interrupt_function = previous_hook;
}

} // namespace uvstream::php
