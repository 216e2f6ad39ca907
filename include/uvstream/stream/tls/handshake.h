#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Sets ext/openssl up for a handshake, maybe with what another stream has to share. False where that failed; it has not
// always been warned of.
bool set_up_tls(php_stream* stream, int method, php_stream* session = nullptr);

// The option PHP_STREAM_OPTION_CRYPTO_API as the table below has it: what PHP or ext/openssl makes of it.
int pass_on_crypto(php_stream* stream, php_stream_xport_crypto_param* param);

// The set-up of that option, for any stream of ours. Returns what the option does.
int set_up_tls(php_stream* stream, php_stream_xport_crypto_param* param);

enum class Handshake { Done, WouldBlock, TimedOut, Failed };

// The handshake that ext/openssl was set up for; as far as it goes without a wait where `wait` is false. Fails, too,
// when user code within it closes the stream, or the listener that accepts it. Of Failed ext/openssl has warned, unless
// the peer just left, or there is a listener, whose accept warns once, with the reason; of TimedOut nobody has.
Handshake run_handshake(php_stream* stream, base::Deadline deadline, bool wait, const php_stream* listener = nullptr);

// When a handshake gives up that has no other deadline: ext/openssl's rule.
base::Deadline handshake_deadline(php_stream* stream);

} // namespace uvstream::stream
