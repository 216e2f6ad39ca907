#include "uvstream/stream/parking_streams.h"

#include "uvstream/stream/descriptors.h"

namespace uvstream::stream {

int fd_of(const php_stream* stream) {
    if (is_stdio(stream)) return fd_of_stdio(stream);
    const auto* const socket = is_ours(stream) ? socket_of(stream) : nullptr;
    return socket != nullptr && socket->socket >= 0 ? static_cast<int>(socket->socket) : -1;
}

void note_timeout(php_stream* stream) {
    if (is_ours(stream)) {
        socket_of(stream)->timeout_event = 1;
    } else {
        descriptor(fd_of(stream)).stdio.has_timed_out = true;
    }
}

} // namespace uvstream::stream
