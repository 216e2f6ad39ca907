#include "uvstream/php/select_functions.h"

#include <cerrno>
#include <optional>

#include "uvstream/base/deadline.h"
#include "uvstream/php/arguments.h"
#include "uvstream/stream/select/selection.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::php {

namespace {

using stream::Selection;

// How long to wait; null for an argument that is null.
struct Timeout {
    zend_long seconds = 0, microseconds = 0;
    bool has_no_seconds = true, has_no_microseconds = true;
};

// Throws, and returns false.
bool check(const Timeout& timeout) {
    if (timeout.has_no_seconds) {
        if (timeout.has_no_microseconds || timeout.microseconds == 0) return true;
        zend::throw_must_be_null(5, "argument #4 ($seconds)");
        return false;
    }
    if (timeout.seconds >= 0 && timeout.microseconds >= 0) return true;
    zend::throw_negative(timeout.seconds < 0 ? 4 : 5);
    return false;
}

// None where the sum of both is no number of seconds; stock hands the kernel one that has wrapped.
std::optional<base::Deadline> deadline_of(const Timeout& timeout) {
    if (timeout.has_no_seconds) return base::Deadline::never();
    zend_long seconds, all;
    if (__builtin_add_overflow(timeout.seconds, timeout.microseconds / 1000000, &seconds)) return {};
    const bool is_over = __builtin_mul_overflow(seconds, 1000000, &all) ||
                         __builtin_add_overflow(all, timeout.microseconds % 1000000, &all);
    return is_over ? base::Deadline::never() : base::Deadline::after_us(all);
}

} // namespace

PHP_FUNCTION(stream_select) {
    zval* arrays[Selection::kSets];
    Timeout timeout;
    zval* context_arg = nullptr;

    ZEND_PARSE_PARAMETERS_START(4, zend::kSelectArguments)
    Z_PARAM_ARRAY_EX2(arrays[Selection::Read], 1, 1, 0)
    Z_PARAM_ARRAY_EX2(arrays[Selection::Write], 1, 1, 0)
    Z_PARAM_ARRAY_EX2(arrays[Selection::Except], 1, 1, 0)
    Z_PARAM_LONG_OR_NULL(timeout.seconds, timeout.has_no_seconds)
    Z_PARAM_OPTIONAL
    Z_PARAM_LONG_OR_NULL(timeout.microseconds, timeout.has_no_microseconds)
    UVSTREAM_PARAM_SELECT_CONTEXT(context_arg)
    ZEND_PARSE_PARAMETERS_END();

    php_stream_context* const context = context_from(context_arg, true);
    if (EG(exception)) RETURN_THROWS();

    Selection selection(arrays, context);
    selection.collect();
    if (!selection.has_descriptors()) {
        zend::throw_no_streams();
        RETURN_THROWS();
    }
    if (!check(timeout) || EG(exception)) RETURN_THROWS();
    if (const int buffered = selection.keep_buffered()) RETURN_LONG(buffered);

    const std::optional<base::Deadline> deadline = deadline_of(timeout);
    if (const int error = deadline ? selection.wait(*deadline) : EINVAL) {
        if (EG(exception)) RETURN_THROWS(); // of a task that was cancelled: it says so itself
        zend::warn_select_failed(error, selection.highest_descriptor());
        RETURN_FALSE;
    }
    RETURN_LONG(selection.keep_ready());
}

} // namespace uvstream::php
