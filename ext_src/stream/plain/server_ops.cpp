#include "uvstream/stream/plain/server_ops.h"

#include <cerrno>
#include <string_view>

#include <netdb.h>
#include <sys/un.h>
#include <unistd.h>

#include "uvstream/address/endpoint.h"
#include "uvstream/address/socket_address.h"
#include "uvstream/base/deadline.h"
#include "uvstream/base/result.h"
#include "uvstream/net/connector.h"
#include "uvstream/net/listener.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/context_options.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/plain/peer.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/tls/tls_transports.h"
#include "uvstream/stream/transport_table.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

using address::AddressList;
using base::Error;
using base::Op;

constexpr const char* kZoneHint = "a link-local address needs its zone, as in [fe80::1%eth0]";
constexpr const char* kDatagramHint = "a datagram socket does not listen: pass STREAM_SERVER_BIND as flags";

int fail_server(php_stream_xport_param* param, const Error& error, std::string_view subject,
                const char* hint = nullptr) {
    notes().server_error = zend::error_code(error);
    return zend::fail_operation(param, error, subject, hint);
}

int set_server_socket(php_stream* stream, int fd, const net::SocketOptions& options) {
    socket_of(stream)->socket = fd;
    opened(fd).memory.is_nonblocking = net::binds_non_blocking(ops_of(stream).socket_type(), options);
    if (const int method = first_method(stream)) tls_memory(fd).method = method;
    return 0;
}

int bind_path(php_stream* stream, php_stream_xport_param* param, std::string_view path,
              const net::SocketOptions& options) {
    const auto at = address::parse_unix_path(path);
    if (!at.ok()) return fail_server(param, at.error(), path);
    AddressList addresses;
    addresses.add(at.value());
    const auto fd = net::bind_to(addresses, ops_of(stream).socket_type(), options);
    if (!fd.ok()) return fail_server(param, fd.error(), path);
    return set_server_socket(stream, fd.value(), options);
}

int bind_endpoint(php_stream* stream, php_stream_xport_param* param, std::string_view text,
                  const net::SocketOptions& options) {
    const auto endpoint = address::parse_endpoint(text);
    if (!endpoint.ok()) return fail_server(param, endpoint.error(), text);

    const int type = ops_of(stream).socket_type();
    const auto deadline = base::Deadline::after_us(default_timeout_us());
    AddressList addresses;
    const auto resolved = net::resolve(state().scheduler.current(), endpoint.value().host, endpoint.value().port, type,
                                       deadline, addresses);
    if (!resolved.ok()) {
        // However a look-up fails, no system call on the socket did: the code is 0.
        const bool is_parse = resolved.error().op == Op::Parse;
        const bool is_wait = resolved.error().op == Op::Wait;
        return fail_server(param, is_wait ? Error{Op::Resolve, EAI_AGAIN} : resolved.error(),
                           is_parse ? text : endpoint.value().host);
    }
    const auto fd = net::bind_to(addresses, type, options);
    if (!fd.ok()) {
        const bool lacks_zone = fd.error().code == EINVAL && addresses[0].is_link_local_without_zone();
        return fail_server(param, fd.error(), text, lacks_zone ? kZoneHint : nullptr);
    }
    return set_server_socket(stream, fd.value(), options);
}

// The file that bind() has just made, when listen() has failed: a later bind() could not use that path.
void remove_socket_file(int fd) {
    address::SocketAddress at;
    at.length = sizeof(at.storage);
    if (getsockname(fd, at.data(), &at.length) != 0 || at.family() != AF_UNIX) return;
    const char* const path = reinterpret_cast<const sockaddr_un&>(at.storage).sun_path;
    if (path[0] != '\0') unlink(path);
}

// A stream for the connection, which it then owns: as in stock with its listener's timeout and context, and blocking.
// Null where there is no memory.
php_stream* make_client(php_stream* listener, int fd) {
    php_stream* const client = make_stream_like(listener);
    if (client == nullptr) return nullptr;
    opened(fd).client_timeout_us = -1; // as a TLS client it had no connect
    if (ops_of(listener).kind == Kind::Tcp && is_set(listener, "tcp_nodelay")) net::set_no_delay(fd);
    auto* socket = socket_of(client);
    *socket = *socket_of(listener);
    socket->socket = fd;
    socket->is_blocked = 1;
    client->ctx = listener->ctx;
    if (listener->ctx != nullptr) GC_ADDREF(listener->ctx);
    return client;
}

// A stream with no socket: as in stock, nobody comes until the timeout.
int accept_nothing(php_stream* stream, php_stream_xport_param* param) {
    if (is_closing(stream)) return zend::fail_operation(param, {Op::Wait, ECANCELED}, {});
    const auto deadline = base::Deadline::after_us(timeout_us(param->inputs.timeout));
    const Waits waits(stream);
    const auto waited = net::wait_for(waits.waiter(), sched::Event::time(), deadline, sched::OnSignal::Return);
    return zend::fail_operation(param, waited.error(), {});
}

} // namespace

int bind_server(php_stream* stream, php_stream_xport_param* param) {
    net::SocketOptions options;
    if (zend_string* const wrong = read_socket_options(stream, options)) return zend::fail_option(param, wrong);
    if (EG(exception)) return fail_server(param, {Op::Wait, ECANCELED}, {}); // a socket file would be left behind
    const std::string_view text(param->inputs.name, param->inputs.namelen);
    return ops_of(stream).is_unix() ? bind_path(stream, param, text, options)
                                    : bind_endpoint(stream, param, text, options);
}

int listen_server(php_stream* stream, php_stream_xport_param* param) {
    const int fd = socket_of(stream)->socket;
    param->inputs.backlog = read_backlog(stream, param->inputs.backlog);
    const auto listening = net::listen_on(fd, param->inputs.backlog);
    if (listening.ok()) return listen_tls(stream, param);
    if (ops_of(stream).is_unix() && fd >= 0) remove_socket_file(fd);
    return fail_server(param, listening.error(), {}, ops_of(stream).is_datagram() ? kDatagramHint : nullptr);
}

int accept_client(php_stream* stream, php_stream_xport_param* param) {
    const auto* socket = socket_of(stream);
    param->outputs.client = nullptr;
    if (ops_of(stream).is_pair_end) return -1; // as in stock, it has no such operation
    if (socket->socket < 0) return accept_nothing(stream, param);
    Descriptor& listener = descriptor(socket->socket);
    if (is_closing(listener, stream)) return zend::fail_operation(param, {Op::Wait, ECANCELED}, {});
    const Waits waits(stream);
    const auto deadline = base::Deadline::after_us(timeout_us(param->inputs.timeout));
    const auto accepted =
        net::accept_from(waits.waiter(), {socket->socket, listener.memory}, deadline, wants_close_on_exec(stream));
    if (!accepted.ok()) return zend::fail_operation(param, accepted.error(), {});
    php_stream* const client = make_client(stream, accepted.value().fd);
    if (client == nullptr) {
        close(accepted.value().fd);
        return zend::fail_operation(param, {Op::Accept, ENOMEM}, {});
    }
    const bool begins_tls = listener.tls != nullptr && listener.tls->method != 0;
    if (begins_tls && accept_tls(stream, client, param, deadline) != 0) return -1;
    param->outputs.client = client;
    hand_up_peer(param, accepted.value().peer);
    return 0;
}

} // namespace uvstream::stream
