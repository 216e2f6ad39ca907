#include "uvstream/stream/plain/peer.h"

#include <cstddef>

#include <sys/un.h>

namespace uvstream::stream {

void hand_up_peer(php_stream_xport_param* param, const address::SocketAddress& peer) {
    const bool is_named = peer.length > offsetof(sockaddr_un, sun_path);
    auto& outputs = param->outputs;
    if (param->want_textaddr && !is_named) outputs.textaddr = ZSTR_EMPTY_ALLOC();
    const bool wants_text = param->want_textaddr && is_named;
    const bool wants_address = param->want_addr && peer.length > 0;
    if (!wants_text && !wants_address) return;
    auto* const name = const_cast<sockaddr*>(peer.data()); // (PHP only reads it)
    php_network_populate_name_from_sockaddr(name, peer.length, wants_text ? &outputs.textaddr : nullptr,
                                            wants_address ? &outputs.addr : nullptr,
                                            wants_address ? &outputs.addrlen : nullptr);
}

} // namespace uvstream::stream
