#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The stream behind an argument, or null.
php_stream* stream_of(const zval* value);

// The same of a call's first argument, which it may lack.
inline php_stream* first_stream(const zend_execute_data* call) {
    return ZEND_CALL_NUM_ARGS(call) > 0 ? stream_of(ZEND_CALL_ARG(call, 1)) : nullptr;
}

// The part of the call stack that is looked at, from a frame down.
enum class Calls {
    All,
    TopRun, // PHP's own functions down to the first one of the script's
};

// Whether `is_it` says so of a resource among the arguments of PHP's own functions: asked until it does.
template <class Is> bool is_any_resource(zend_execute_data* frame, Calls calls, Is is_it) {
    for (; frame != nullptr; frame = frame->prev_execute_data) {
        if (frame->func == nullptr) continue;
        if (frame->func->type != ZEND_INTERNAL_FUNCTION) {
            if (calls == Calls::TopRun) return false;
            continue;
        }
        for (uint32_t i = 1; i <= ZEND_CALL_NUM_ARGS(frame); ++i) {
            const zval* argument = ZEND_CALL_ARG(frame, i);
            ZVAL_DEREF(argument);
            if (Z_TYPE_P(argument) == IS_RESOURCE && is_it(argument)) return true;
        }
    }
    return false;
}

// Calls `visit` with each of them.
template <class Visit> void for_each_resource(zend_execute_data* frame, Calls calls, Visit visit) {
    is_any_resource(frame, calls, [&](const zval* argument) { return visit(argument), false; });
}

} // namespace uvstream::stream
