#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// PHP's timeouts in microseconds, as waits understand them: none (null, a negative number of seconds) is -1.
int64_t timeout_us(const timeval* timeout);

// default_socket_timeout, for what has no timeout of its own.
inline int64_t default_timeout_us() { return int64_t{FG(default_socket_timeout)} * 1000000; }

} // namespace uvstream::stream
