#pragma once

#include "uvstream/zend/php_api.h"

// A stream whose TLS is active.
namespace uvstream::stream {

// The slot of an ops table. Returns how many bytes, 0 where there is nothing to be had now or ever (then `eof` is set),
// or -1.
ssize_t tls_read(php_stream* stream, char* buffer, size_t count);

// PHP_STREAM_OPTION_CHECK_LIVENESS, without a wait.
int check_tls_liveness(php_stream* stream);

} // namespace uvstream::stream
