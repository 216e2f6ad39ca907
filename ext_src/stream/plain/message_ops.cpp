#include "uvstream/stream/plain/message_ops.h"

#include <cerrno>

#include <sys/un.h>

#include "uvstream/address/socket_address.h"
#include "uvstream/net/transfer.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/report.h"

// stream_socket_sendto() and stream_socket_recvfrom(): past the stream's buffer, straight at the socket.
namespace uvstream::stream {

namespace {

net::MessageWait wait_of(const php_netstream_data_t* socket) {
    State& its = state();
    const bool waits = socket->is_blocked;
    return {waits, waits && its.scheduler.is_alone() && !its.has_async_signals,
            its.breaking_signals != 0 ? sched::OnSignal::Return : sched::OnSignal::LookAgain};
}

} // namespace

int send_message(php_stream* stream, php_stream_xport_param* param) {
    const auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_closing(descriptor(socket->socket), stream)) return zend::fail_send(stream, EBADF);
    if (speaks_tls(stream)) return zend::refuse_send_past_tls(stream);
    const int flags = (param->inputs.flags & STREAM_OOB) ? MSG_OOB : 0;
    const Waits waits(stream);
    const auto sent =
        net::send_to(waits.waiter(), socket->socket, param->inputs.buf, param->inputs.buflen, flags, wait_of(socket),
                     param->inputs.addr, param->inputs.addr != nullptr ? param->inputs.addrlen : 0);
    if (sent.ok()) return static_cast<int>(sent.value());
    return sent.error().code == ECANCELED ? -1 : zend::fail_send(stream, sent.error().code);
}

int receive_message(php_stream* stream, php_stream_xport_param* param) {
    const auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_closing(descriptor(socket->socket), stream)) return -1;
    if (speaks_tls(stream)) return zend::refuse_receive_past_tls(stream);
    const int flags =
        ((param->inputs.flags & STREAM_OOB) ? MSG_OOB : 0) | ((param->inputs.flags & STREAM_PEEK) ? MSG_PEEK : 0);
    const bool wants_name = param->want_textaddr || param->want_addr;
    address::SocketAddress from;
    const Waits waits(stream);
    const auto got = net::receive_from(waits.waiter(), socket->socket, {param->inputs.buf, param->inputs.buflen}, flags,
                                       wait_of(socket), wants_name ? &from : nullptr);
    if (!got.ok()) return -1;
    if (wants_name && from.length > offsetof(sockaddr_un, sun_path)) {
        php_network_populate_name_from_sockaddr(
            from.data(), from.length, param->want_textaddr ? &param->outputs.textaddr : nullptr,
            param->want_addr ? &param->outputs.addr : nullptr, param->want_addr ? &param->outputs.addrlen : nullptr);
    } else if (param->want_textaddr) {
        param->outputs.textaddr = ZSTR_EMPTY_ALLOC(); // a peer without a name, or a byte stream
    }
    return static_cast<int>(got.value());
}

} // namespace uvstream::stream
