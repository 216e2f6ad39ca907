#pragma once

#include "uvstream/zend/php_api.h"

// Bytes that stand in a stream's read buffer when its TLS is to begin. They came before the handshake, and whoever read
// them behind it would take them for protected (the STARTTLS injection).
namespace uvstream::stream {

inline size_t early_bytes(const php_stream* stream) { return static_cast<size_t>(stream->writepos - stream->readpos); }

// False, and a warning, where there are some, which are dropped; but not of what looks like the hello of a client,
// which came along with the line before it: OpenSSL is to have that.
bool may_begin_tls(php_stream* stream, bool is_client);

// Calls for one step of the handshake which reads them as if they came from the socket (net::StandIn); they leave the
// read buffer. Returns -1, with a warning, where that cannot be had, or the step leaves a part of them; otherwise what
// the step returns: 0, too, where it has an answer to send, for which there is no room meanwhile. Then the next step is
// one on the socket.
int step_with_early_bytes(php_stream* stream, int (*step)(php_stream*));

} // namespace uvstream::stream
