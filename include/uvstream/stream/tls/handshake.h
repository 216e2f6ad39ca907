#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Sets ext/openssl up for a handshake, maybe with what another stream has to share. False where that failed; it has not
// always been warned of.
bool set_up_tls(php_stream* stream, int method, php_stream* session = nullptr);

// As PHP_STREAM_OPTION_CRYPTO_API has it.
int set_up_tls(php_stream* stream, php_stream_xport_crypto_param* param);

enum class Handshake { Done, WouldBlock, TimedOut, Failed };

// The handshake that ext/openssl was set up for; one step of it where `wait` is false. Ends, too, when user code within
// it closes the stream, or the listener that accepts it. Of Failed ext/openssl has warned, unless the peer just left;
// of TimedOut nobody has.
Handshake run_handshake(php_stream* stream, base::Deadline deadline, bool wait, const php_stream* listener = nullptr);

// When a handshake gives up that has no other deadline: ext/openssl's rule.
base::Deadline handshake_deadline(php_stream* stream);

} // namespace uvstream::stream
