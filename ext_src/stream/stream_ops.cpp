#include <cstring>
#include <optional>

#include "uvstream/net/open_socket.h"
#include "uvstream/stream/stream_guard.h"
#include "uvstream/stream/transport.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

const php_stream_ops& below(const php_stream* stream) { return *ops_of(stream).below.load(std::memory_order_relaxed); }

int op_close(php_stream* stream, int close_handle) {
    const php_stream_ops& base = below(stream);
    forget_doomed(stream);
    if (const auto* socket = socket_of(stream); socket != nullptr && socket->socket >= 0) {
        state().scheduler.watchers.closing(socket->socket);
    }
    return base.close(stream, close_handle);
}

int op_flush(php_stream* stream) { return below(stream).flush(stream); }

int op_stat(php_stream* stream, php_stream_statbuf* buffer) { return below(stream).stat(stream, buffer); }

// The descriptor leaves our hands: whoever gets it expects a listener that blocks, as the stream says it does.
void expose_descriptor(const php_netstream_data_t& socket) {
    sched::Watcher& watcher = state().scheduler.watchers.at(socket.socket);
    if (!watcher.is_nonblocking) return;
    watcher.is_nonblocking = false;
    if (socket.is_blocked) net::set_blocking(socket.socket, true);
}

int op_cast(php_stream* stream, int cast_as, void** result) {
    const auto* socket = socket_of(stream);
    if (socket != nullptr && socket->socket >= 0 && result != nullptr) {
        if (cast_as == PHP_STREAM_AS_STDIO || cast_as == PHP_STREAM_AS_FD || cast_as == PHP_STREAM_AS_SOCKETD) {
            expose_descriptor(*socket);
        } else {
            // For select: the next operation comes when the descriptor is ready, so it need not wait first.
            state().scheduler.watchers.at(socket->socket).first_try.reset();
        }
    }
    return below(stream).cast(stream, cast_as, result);
}

int set_blocking_mode(php_stream* stream, int blocking) {
    auto* socket = socket_of(stream);
    if (socket->socket >= 0 && state().scheduler.watchers.at(socket->socket).is_nonblocking) {
        const int before = socket->is_blocked;
        socket->is_blocked = blocking != 0;
        return before;
    }
    return below(stream).set_option(stream, PHP_STREAM_OPTION_BLOCKING, blocking, nullptr);
}

// A handler asks for TLS in the middle of a plain read or write of the same stream.
int refuse_crypto(php_stream_xport_crypto_param* param) {
    zend::warn_busy_for_crypto();
    param->outputs.returncode = -1;
    return PHP_STREAM_OPTION_RETURN_OK;
}

// TLS is ext/openssl's: it sets up its part of the struct, and once the handshake is done the stream is its own.
int set_crypto(php_stream* stream, php_stream_xport_crypto_param* param) {
    if (StreamGuard::covers(stream)) return refuse_crypto(param);
    const php_stream_ops& base = below(stream);
    const bool enables =
        param->op == php_stream_xport_crypto_param::STREAM_XPORT_CRYPTO_OP_ENABLE && param->inputs.activate;
    // ext/openssl asks a session's stream whether it is one of its own.
    php_stream* const session =
        param->op == php_stream_xport_crypto_param::STREAM_XPORT_CRYPTO_OP_SETUP ? param->inputs.session : nullptr;
    const php_stream_ops* const session_ops = session != nullptr ? session->ops : nullptr;
    if (session != nullptr && is_ours(session)) session->ops = &below(session);
    const int result = base.set_option(stream, PHP_STREAM_OPTION_CRYPTO_API, 0, param);
    if (session != nullptr) session->ops = session_ops;
    if (enables && result == PHP_STREAM_OPTION_RETURN_OK && param->outputs.returncode == 1) {
        state().scheduler.watchers.closing(socket_of(stream)->socket);
        stream->ops = &base;
    }
    return result;
}

// True when the operation is one of ours; the others are the table's below.
bool run_operation(php_stream* stream, php_stream_xport_param* param) {
    int (*operation)(php_stream*, php_stream_xport_param*) = nullptr;
    switch (param->op) {
    case php_stream_xport_param::STREAM_XPORT_OP_BIND: operation = bind_server; break;
    case php_stream_xport_param::STREAM_XPORT_OP_LISTEN: operation = listen_server; break;
    case php_stream_xport_param::STREAM_XPORT_OP_ACCEPT: operation = accept_client; break;
    case php_stream_xport_param::STREAM_XPORT_OP_CONNECT:
    case php_stream_xport_param::STREAM_XPORT_OP_CONNECT_ASYNC: operation = connect_client; break;
    case php_stream_xport_param::STREAM_XPORT_OP_SEND: operation = send_message; break;
    case php_stream_xport_param::STREAM_XPORT_OP_RECV: operation = receive_message; break;
    case php_stream_xport_param::STREAM_XPORT_OP_SHUTDOWN:
        if (const int fd = socket_of(stream)->socket; fd >= 0 && param->how != STREAM_SHUT_WR) {
            state().scheduler.watchers.at(fd).is_read_shut = true;
        }
        return false;
    default: return false;
    }
    param->outputs.returncode = operation(stream, param);
    return true;
}

constexpr const char* kOpensslLabel = "tcp_socket/ssl";

// One for each kind and label of a stream.
TransportOps tables[] = {
    {Kind::Tcp, "tcp_socket"},
    {Kind::Tcp, kOpensslLabel},
    {Kind::Udp, "udp_socket"},
    {Kind::Unix, "unix_socket"},
    {Kind::Udg, "udg_socket"},
    // What PHP calls the sockets that no transport made: those of php://fd ...
    {Kind::Udp, "tcp_socket"},
    {Kind::Unix, "tcp_socket"},
    {Kind::Udg, "tcp_socket"},
    // ... and of stream_socket_pair().
    {Kind::Tcp, "generic_socket"},
    {Kind::Unix, "generic_socket"},
    {Kind::Udg, "generic_socket"},
};

// (PHP does not export the table of generic sockets.)
bool is_plain_socket(const php_stream* stream) {
    return stream->ops == &php_stream_socket_ops || strcmp(stream->ops->label, "generic_socket") == 0;
}

std::optional<Kind> kind_of(int fd) {
    const net::SocketKind kind = net::kind_of(fd);
    const bool is_stream = kind.type == SOCK_STREAM;
    if (!is_stream && kind.type != SOCK_DGRAM) return {};
    switch (kind.family) {
    case AF_INET:
    case AF_INET6: return is_stream ? Kind::Tcp : Kind::Udp;
    case AF_UNIX: return is_stream ? Kind::Unix : Kind::Udg;
    default: return {};
    }
}

} // namespace

TransportOps::TransportOps(Kind its_kind, const char* its_label)
    : php_stream_ops{op_write, op_read, op_close, op_flush, its_label, nullptr, op_cast, op_stat, op_set_option},
      kind(its_kind) {}

bool TransportOps::is_openssls() const { return label == kOpensslLabel; }

void overlay(php_stream* stream, Kind kind) {
    const php_stream_ops* const base = stream->ops;
    for (TransportOps& table : tables) {
        if (table.kind != kind || strcmp(table.label, base->label) != 0) continue;
        table.below.store(base, std::memory_order_relaxed);
        stream->ops = &table;
        return;
    }
}

void adopt_socket(php_stream* stream) {
    if (!is_plain_socket(stream)) return;
    const int fd = socket_of(stream)->socket;
    const auto kind = fd >= 0 ? kind_of(fd) : std::nullopt;
    if (!kind) return;
    overlay(stream, *kind);
    if (is_ours(stream)) state().scheduler.watchers.opened(fd);
}

void close_persistent_streams() {
    zend_hash_reverse_apply(&EG(persistent_list), [](zval* entry) -> int {
        const zend_resource* const resource = Z_RES_P(entry);
        if (resource->type != php_file_le_pstream() || resource->ptr == nullptr) return ZEND_HASH_APPLY_KEEP;
        return is_ours(static_cast<const php_stream*>(resource->ptr)) ? ZEND_HASH_APPLY_REMOVE : ZEND_HASH_APPLY_KEEP;
    });
}

void give_back_streams(HashTable* persistent_list) {
    zval* entry;
    ZEND_HASH_FOREACH_VAL(persistent_list, entry) {
        const zend_resource* const resource = Z_RES_P(entry);
        if (resource->type != php_file_le_pstream() || resource->ptr == nullptr) continue;
        auto* const stream = static_cast<php_stream*>(resource->ptr);
        if (is_ours(stream)) stream->ops = &below(stream);
    }
    ZEND_HASH_FOREACH_END();
}

int op_set_option(php_stream* stream, int option, int value, void* param) {
    if (socket_of(stream) == nullptr) return PHP_STREAM_OPTION_RETURN_NOTIMPL;
    switch (option) {
    case PHP_STREAM_OPTION_BLOCKING: return set_blocking_mode(stream, value);
    case PHP_STREAM_OPTION_CHECK_LIVENESS: return check_liveness(stream, value);
    case PHP_STREAM_OPTION_CRYPTO_API: return set_crypto(stream, static_cast<php_stream_xport_crypto_param*>(param));
    case PHP_STREAM_OPTION_XPORT_API:
        if (run_operation(stream, static_cast<php_stream_xport_param*>(param))) return PHP_STREAM_OPTION_RETURN_OK;
        break;
    default: break;
    }
    return below(stream).set_option(stream, option, value, param);
}

int64_t timeout_us(const timeval* timeout) {
    if (timeout == nullptr || timeout->tv_sec < 0 || timeout->tv_sec > INT64_MAX / 2000000) return -1;
    const int64_t us = int64_t{timeout->tv_sec} * 1000000 + timeout->tv_usec;
    if (us >= 0) return us;
    return us > -1000 ? 0 : -1; // a negative number of microseconds; stock cuts to milliseconds first
}

} // namespace uvstream::stream
