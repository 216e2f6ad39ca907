#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The stream behind an argument, or null.
php_stream* stream_of(const zval* value);

// The part of the call stack that is looked at, from a frame down.
enum class Calls {
    All,
    TopRun, // PHP's own functions down to the first one of the script's
};

// Calls `visit` with every resource among the arguments of PHP's own functions.
template <class Visit> void for_each_resource(zend_execute_data* frame, Calls calls, Visit visit) {
    for (; frame != nullptr; frame = frame->prev_execute_data) {
        if (frame->func == nullptr) continue;
        if (frame->func->type != ZEND_INTERNAL_FUNCTION) {
            if (calls == Calls::TopRun) return;
            continue;
        }
        for (uint32_t i = 1; i <= ZEND_CALL_NUM_ARGS(frame); ++i) {
            const zval* argument = ZEND_CALL_ARG(frame, i);
            ZVAL_DEREF(argument);
            if (Z_TYPE_P(argument) == IS_RESOURCE) visit(argument);
        }
    }
}

} // namespace uvstream::stream
