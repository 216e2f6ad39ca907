#pragma once

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Before ext/openssl sends its close_notify, which it tries once. On a stream that blocks that may wait for room, at
// most the stream's timeout, in the kernel: it is left blocking there then, and with that timeout for sends.
void make_room_for_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls);

// The same before the descriptor is closed; where another process goes on with the connection, nothing is sent.
void prepare_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls);

} // namespace uvstream::stream
