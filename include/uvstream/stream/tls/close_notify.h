#pragma once

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Before ext/openssl sends its close_notify, which it tries once. A stream that blocks waits for room, at most its
// timeout, and a second where it has none or there are other strands, which run meanwhile. Where nobody else can run
// the kernel waits, in ext/openssl's try, for it knows better whether a few bytes fit: the descriptor is left blocking,
// and with that timeout for sends.
void make_room_for_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls);

// The same, before ext/openssl closes the descriptor, which sends close_notify. But where another process may have got
// the connection by a fork since this one last used it, nothing is sent: it would end TLS for that one.
void prepare_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls);

} // namespace uvstream::stream
