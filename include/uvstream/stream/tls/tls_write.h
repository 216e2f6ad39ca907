#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The slot of an ops table for a stream whose TLS is active. Returns how many bytes count as written, at most a record;
// what the kernel had no room for is among TlsMemory::taken. 0: nothing, and the stream remembers what to come back
// for.
ssize_t tls_write(php_stream* stream, const char* buffer, size_t count);

} // namespace uvstream::stream
