#pragma once

#include "uvstream/zend/php_api.h"

// A stream whose TLS is active.
namespace uvstream::stream {

ssize_t tls_read(php_stream* stream, char* buffer, size_t count);

// PHP_STREAM_OPTION_CHECK_LIVENESS, without a wait.
int check_tls_liveness(php_stream* stream);

} // namespace uvstream::stream
