#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Whether a strand is within its handshake.
bool in_handshake(const php_stream* stream);

// Whether it speaks TLS, or could be made to: byte streams that are no listeners, and ext/openssl's own.
bool may_speak_tls(const php_stream* stream);

// Whether nobody is to send or receive past TLS, in plain: it is active, or its handshake is under way or put off.
bool speaks_tls(const php_stream* stream);

} // namespace uvstream::stream
