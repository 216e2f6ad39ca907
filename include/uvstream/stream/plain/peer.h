#pragma once

#include "uvstream/address/socket_address.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Hands up who has connected, or sent a message, as far as the caller wants to know: as a text, as an address. The text
// of a peer without a name (a unix socket that is not bound, a byte stream's message) is "".
void hand_up_peer(php_stream_xport_param* param, const address::SocketAddress& peer);

} // namespace uvstream::stream
