#pragma once

#include "uvstream/zend/php_api.h"

// Bytes that stand in a stream's read buffer when its TLS is to begin. They were sent in plain, before the handshake; a
// script that reads them after it would take them for protected (the STARTTLS injection).
namespace uvstream::stream {

inline size_t early_bytes(const php_stream* stream) { return static_cast<size_t>(stream->writepos - stream->readpos); }

// Whether TLS may begin: not where there are some, which are dropped, with a warning. But a server may begin with what
// looks like a client's hello, which came along with the line before it: it stays, for OpenSSL.
bool may_begin_tls(php_stream* stream, bool is_client);

// Runs one step of the handshake, which reads them as if they came from the socket (net::StandIn); they leave the read
// buffer. Returns what the step returns; but -1, with a warning, where no stand-in can be made, or the step leaves some
// of them unread. Of 0 the caller runs the next step, on the socket, without a wait: there was no room to write to
// during this one.
int step_with_early_bytes(php_stream* stream, int (*step)(php_stream*));

} // namespace uvstream::stream
