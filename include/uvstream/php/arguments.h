#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// The argument of that number, counted from 1; null where it was not passed.
inline zval* argument(zend_execute_data* call, uint32_t number) {
    return ZEND_CALL_NUM_ARGS(call) >= number ? ZEND_CALL_ARG(call, number) : nullptr;
}

// php_stream_context_from_zval(), which does not compile as C++: the context of an optional argument, and without one
// the default or none. Throws, and returns null, where the argument is no context.
php_stream_context* context_from(zval* arg, bool no_default);

} // namespace uvstream::php
