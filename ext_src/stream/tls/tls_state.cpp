#include "uvstream/stream/tls/tls_state.h"

#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"

namespace uvstream::stream {

bool in_handshake(const php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    return fd >= 0 && descriptor(fd).in_handshake();
}

bool may_speak_tls(const php_stream* stream) {
    const bool is_listener = (stream->flags & PHP_STREAM_FLAG_NO_IO) != 0;
    return ops_of(stream).is_openssls || (!ops_of(stream).is_datagram() && !is_listener);
}

bool speaks_tls(const php_stream* stream) {
    const TransportOps& ops = ops_of(stream);
    return ops.tls != Tls::Off || (!ops.is_datagram() && in_handshake(stream));
}

} // namespace uvstream::stream
