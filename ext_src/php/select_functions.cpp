#include <cerrno>

#include "uvstream/php/functions.h"
#include "uvstream/stream/selection.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::php {

namespace {

// Whether the sum of both is a number of seconds; stock hands the kernel one that has wrapped.
bool to_deadline(zend_long seconds, zend_long microseconds, base::Deadline& deadline) {
    zend_long whole, all;
    if (__builtin_add_overflow(seconds, microseconds / 1000000, &whole)) return false;
    const bool is_over =
        __builtin_mul_overflow(whole, 1000000, &all) || __builtin_add_overflow(all, microseconds % 1000000, &all);
    deadline = is_over ? base::Deadline::never() : base::Deadline::after_us(all);
    return true;
}

} // namespace

PHP_FUNCTION(stream_select) {
    zval* arrays[stream::kSets];
    zend_long seconds = 0;
    zend_long microseconds = 0;
    bool has_no_seconds;
    bool has_no_microseconds = true;
    zval* context_arg = nullptr;

    ZEND_PARSE_PARAMETERS_START(4, zend::kSelectArguments)
    Z_PARAM_ARRAY_EX2(arrays[stream::Read], 1, 1, 0)
    Z_PARAM_ARRAY_EX2(arrays[stream::Write], 1, 1, 0)
    Z_PARAM_ARRAY_EX2(arrays[stream::Except], 1, 1, 0)
    Z_PARAM_LONG_OR_NULL(seconds, has_no_seconds)
    Z_PARAM_OPTIONAL
    Z_PARAM_LONG_OR_NULL(microseconds, has_no_microseconds)
    UVSTREAM_PARAM_SELECT_CONTEXT(context_arg)
    ZEND_PARSE_PARAMETERS_END();

    php_stream_context* context = nullptr;
    if (context_arg != nullptr) {
        context = static_cast<php_stream_context*>(
            zend_fetch_resource_ex(context_arg, "Stream-Context", php_le_stream_context()));
        if (context == nullptr) RETURN_THROWS();
    }
    stream::Selection selection(arrays, context);
    selection.collect();
    if (!selection.has_descriptors()) {
        zend::throw_no_streams();
        RETURN_THROWS();
    }
    if (has_no_seconds && !has_no_microseconds && microseconds != 0) {
        zend::throw_not_null_beside_null(5, "argument #4 ($seconds)");
        RETURN_THROWS();
    }
    if (!has_no_seconds && (seconds < 0 || microseconds < 0)) {
        zend::throw_negative(seconds < 0 ? 4 : 5);
        RETURN_THROWS();
    }
    if (EG(exception)) RETURN_THROWS();
    if (const int buffered = selection.take_buffered()) RETURN_LONG(buffered);

    base::Deadline deadline = base::Deadline::never();
    const bool is_time = has_no_seconds || to_deadline(seconds, microseconds, deadline);
    if (const int error = is_time ? selection.wait(deadline) : EINVAL) {
        zend::warn_select_failed(error, selection.highest_descriptor());
        RETURN_FALSE;
    }
    RETURN_LONG(selection.take_ready());
}

} // namespace uvstream::php
