#include "uvstream/stream/plain/peer.h"

#include <cstddef>

#include <sys/un.h>

namespace uvstream::stream {

void hand_up_peer(php_stream_xport_param* param, address::SocketAddress peer) {
    const bool is_named = peer.length > offsetof(sockaddr_un, sun_path);
    auto& outputs = param->outputs;
    if (param->want_textaddr && !is_named) outputs.textaddr = ZSTR_EMPTY_ALLOC();
    if (peer.length == 0) return;
    // (PHP's own would read the name of an unnamed unix socket from memory that nobody has written.)
    php_network_populate_name_from_sockaddr(
        peer.data(), peer.length, param->want_textaddr && is_named ? &outputs.textaddr : nullptr,
        param->want_addr ? &outputs.addr : nullptr, param->want_addr ? &outputs.addrlen : nullptr);
}

} // namespace uvstream::stream
