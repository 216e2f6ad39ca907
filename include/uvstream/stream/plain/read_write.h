#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The slots of the ops tables without active TLS. Each returns how many bytes, or -1. A read of 0 has set `eof`, or
// found nothing without a wait; a write of 0 found no room without a wait.
ssize_t op_read(php_stream* stream, char* buffer, size_t count);
ssize_t op_write(php_stream* stream, const char* buffer, size_t count);

// PHP_STREAM_OPTION_CHECK_LIVENESS; wait_s: 0 does not wait, -1 waits for the stream's own timeout.
int check_liveness(php_stream* stream, int wait_s);

} // namespace uvstream::stream
