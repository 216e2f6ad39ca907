#include "uvstream/stream/ops_tables.h"

#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "uvstream/net/open_socket.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/plain/read_write.h"
#include "uvstream/stream/tls/lazy_handshake.h"
#include "uvstream/stream/tls/tls_read.h"
#include "uvstream/stream/tls/tls_schemes.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/tls/tls_write.h"
#include "uvstream/stream/transport_table.h"

namespace uvstream::stream {

namespace {

// What else PHP calls a byte stream: of unix://, of php://fd, and of stream_socket_pair().
constexpr const char* kUnixLabel = "unix_socket";
constexpr const char* kFdLabel = "tcp_socket";
constexpr const char* kPairLabel = "generic_socket";

// One for each kind, label and state of a stream; but see find_beginning().
TransportOps tables[] = {
    {Kind::Tcp, kFdLabel}, // and of tcp:// without ext/openssl
    {Kind::Udp, "udp_socket"},
    {Kind::Unix, kUnixLabel},
    {Kind::Udg, "udg_socket"},
    {Kind::Udp, kFdLabel},
    {Kind::Unix, kFdLabel},
    {Kind::Udg, kFdLabel},
    {Kind::Tcp, kPairLabel},
    {Kind::Unix, kPairLabel},
    {Kind::Udg, kPairLabel},

    {Kind::Tcp, kOpensslsLabel, Tls::Off},
    {Kind::Tcp, kOpensslsLabel, Tls::Pending},
    {Kind::Tcp, kOpensslsLabel, Tls::Active},

    // Those that were given ext/openssl's struct later.
    {Kind::Tcp, kFdLabel, Tls::Off},
    {Kind::Tcp, kFdLabel, Tls::Active},
    {Kind::Tcp, kPairLabel, Tls::Off},
    {Kind::Tcp, kPairLabel, Tls::Active},
    {Kind::Unix, kUnixLabel, Tls::Off},
    {Kind::Unix, kUnixLabel, Tls::Active},
    {Kind::Unix, kFdLabel, Tls::Off},
    {Kind::Unix, kFdLabel, Tls::Active},
    {Kind::Unix, kPairLabel, Tls::Off},
    {Kind::Unix, kPairLabel, Tls::Active},
};

TransportOps* find(Kind kind, const char* label, bool is_openssls, Tls tls) {
    for (TransportOps& table : tables) {
        if (table.kind == kind && table.is_openssls == is_openssls && table.tls == tls &&
            strcmp(table.label, label) == 0) {
            return &table;
        }
    }
    return nullptr;
}

// Of a stream that is to begin with a handshake of this method, until it has one: these tables tell the method, too.
template <size_t... I> TransportOps* find_beginning(int method, std::index_sequence<I...>) {
    static TransportOps beginning[] = {{Kind::Tcp, kOpensslsLabel, Tls::Off, kTlsSchemes[I].method}...};
    for (TransportOps& table : beginning) {
        if (table.method == method) return &table;
    }
    return nullptr;
}

void set_table(php_stream* stream, TransportOps& table, const php_stream_ops* base) {
    table.below.store(base, std::memory_order_relaxed);
    stream->ops = &table;
}

// (PHP does not export the table of generic sockets.)
bool is_plain_socket(const php_stream* stream) {
    return stream->ops == &php_stream_socket_ops || strcmp(stream->ops->label, kPairLabel) == 0;
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
      kind(its_kind), tls(Tls::Off), is_openssls(false), is_pair_end(strcmp(its_label, kPairLabel) == 0), method(0) {}

TransportOps::TransportOps(Kind its_kind, const char* its_label, Tls its_tls, int its_method)
    : TransportOps(its_kind, its_label) {
    tls = its_tls;
    is_openssls = true;
    method = its_method;
    if (tls == Tls::Off) return;
    read = tls == Tls::Active ? tls_read : pending_read;
    write = tls == Tls::Active ? tls_write : pending_write;
}

void overlay(php_stream* stream, Kind kind, int method) {
    const bool is_openssls = strcmp(stream->ops->label, kOpensslsLabel) == 0;
    TransportOps* const table = method != 0 && is_openssls
                                    ? find_beginning(method, std::make_index_sequence<std::size(kTlsSchemes)>{})
                                    : find(kind, stream->ops->label, is_openssls, Tls::Off);
    if (table != nullptr) set_table(stream, *table, stream->ops);
}

void change_tls(php_stream* stream, Tls tls) {
    const TransportOps& ops = ops_of(stream);
    TransportOps* const table = find(ops.kind, ops.label, true, tls);
    ZEND_ASSERT(table != nullptr);
    set_table(stream, *table, &below(stream));
}

bool take_openssls_struct(php_stream* stream) {
    const TransportOps& ops = ops_of(stream);
    TransportOps* const table = find(ops.kind, ops.label, true, Tls::Off);
    if (table == nullptr || !may_speak_tls(stream) || socket_of(stream)->socket < 0) return false;
    php_stream* const donor = make_openssls_stream(stream->is_persistent);
    if (donor == nullptr) return false;
    // The structs change places; the old one goes with the donor, without the descriptor.
    *socket_of(donor) = *socket_of(stream);
    const php_stream_ops* const openssls = donor->ops;
    donor->ops = &below(stream);
    std::swap(donor->abstract, stream->abstract);
    set_table(stream, *table, openssls);
    const int how = stream->is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT : PHP_STREAM_FREE_CLOSE;
    php_stream_free(donor, how | PHP_STREAM_FREE_PRESERVE_HANDLE);
    return true;
}

void adopt_socket(php_stream* stream) {
    if (!is_plain_socket(stream)) return;
    const int fd = socket_of(stream)->socket;
    const auto kind = fd >= 0 ? kind_of(fd) : std::nullopt;
    if (!kind) return;
    overlay(stream, *kind);
    if (is_ours(stream)) opened(fd);
}

} // namespace uvstream::stream
