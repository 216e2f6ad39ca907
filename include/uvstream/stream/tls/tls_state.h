#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Whether a strand is within its handshake.
bool in_handshake(const php_stream* stream);

// Whether it speaks TLS, or could be made to.
bool may_speak_tls(const php_stream* stream);

// Whether bytes on the socket itself are out of place: TLS is there, or about to be.
bool speaks_tls(const php_stream* stream);

} // namespace uvstream::stream
