#pragma once

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

// A stream whose handshake is put off (Tls::Pending): its first read or write does it, and then goes on under TLS.
// After a handshake that failed every one of them fails.
namespace uvstream::stream {

ssize_t pending_read(php_stream* stream, char* buffer, size_t count);
ssize_t pending_write(php_stream* stream, const char* buffer, size_t count);

// For stream_select(): what a handshake that has not ended waits for, a renegotiation, too. One that is put off waits
// for the client's first words.
Wants handshake_wants(const php_stream* stream);

} // namespace uvstream::stream
