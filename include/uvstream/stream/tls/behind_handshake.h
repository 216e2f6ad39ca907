#pragma once

#include "uvstream/zend/php_api.h"

// What comes to a stream while a strand is within its TLS handshake. The strand itself, in a handler of its own, is
// refused, with a warning, for OpenSSL must go on as it began; so is who cannot wait, in a handler of another strand's.
// Other strands wait in line until the handshake is over, and then find the stream as it is by then.
namespace uvstream::stream {

// A read or write at such a time. Waits within the stream's timeout, which it notes where that was too short. On a
// stream that does not block there is nothing to be had yet: 0.
ssize_t read_behind_handshake(php_stream* stream, char* buffer, size_t count);
ssize_t write_behind_handshake(php_stream* stream, const char* buffer, size_t count);

// Before crypto is switched on or off at such a time: waits as long as a handshake may take. False: it is refused, and
// that has been warned of, or the wait was cancelled.
bool await_handshake(php_stream* stream);

} // namespace uvstream::stream
