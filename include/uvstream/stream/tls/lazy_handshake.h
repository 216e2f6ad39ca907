#pragma once

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

// A stream whose handshake is still to come: its operations do that first.
namespace uvstream::stream {

ssize_t pending_read(php_stream* stream, char* buffer, size_t count);
ssize_t pending_write(php_stream* stream, const char* buffer, size_t count);

// What a handshake that has not ended would go on with, a renegotiation too: a client's first words, where none has
// begun.
Wants handshake_wants(const php_stream* stream);

} // namespace uvstream::stream
