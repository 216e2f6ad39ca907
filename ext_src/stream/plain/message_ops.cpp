#include "uvstream/stream/plain/message_ops.h"

#include <cerrno>

#include "uvstream/address/socket_address.h"
#include "uvstream/net/transfer.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/plain/peer.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

net::MessageWait wait_of(const php_netstream_data_t* socket) {
    State& its = state();
    const auto on_signal = its.breaking_signals != 0 ? sched::OnSignal::Return : sched::OnSignal::LookAgain;
    if (!socket->is_blocked) return {net::Tries::Once, on_signal};
    // In the kernel no handler could run before the call has ended, and no other strand.
    const bool may_block = its.scheduler.may_block() && !its.has_async_signals;
    return {may_block ? net::Tries::Blocks : net::Tries::Parks, on_signal};
}

} // namespace

int send_message(php_stream* stream, php_stream_xport_param* param) {
    const auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_closing(descriptor(socket->socket), stream)) return zend::fail_send(stream, EBADF);
    if (speaks_tls(stream)) return zend::refuse_send_past_tls(stream);
    const auto& inputs = param->inputs;
    net::Message message{inputs.buf, inputs.buflen};
    if ((inputs.flags & STREAM_OOB) != 0) message.flags = MSG_OOB;
    message.to = inputs.addr;
    if (inputs.addr != nullptr) message.to_size = inputs.addrlen;
    const Waits waits(stream);
    const auto sent = net::send_to(waits.waiter(), socket->socket, message, wait_of(socket));
    if (sent.ok()) return static_cast<int>(sent.value());
    return sent.error().code == ECANCELED ? -1 : zend::fail_send(stream, sent.error().code);
}

int receive_message(php_stream* stream, php_stream_xport_param* param) {
    const auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_closing(descriptor(socket->socket), stream)) return -1;
    if (speaks_tls(stream)) return zend::refuse_receive_past_tls(stream);
    const auto& inputs = param->inputs;
    int flags = 0;
    if ((inputs.flags & STREAM_OOB) != 0) flags |= MSG_OOB;
    if ((inputs.flags & STREAM_PEEK) != 0) flags |= MSG_PEEK;
    const bool wants_peer = param->want_textaddr || param->want_addr;
    address::SocketAddress from;
    const Waits waits(stream);
    const auto got = net::receive_from(waits.waiter(), socket->socket, {inputs.buf, inputs.buflen}, flags,
                                       wait_of(socket), wants_peer ? &from : nullptr);
    if (!got.ok()) return -1;
    hand_up_peer(param, from);
    return static_cast<int>(got.value());
}

} // namespace uvstream::stream
