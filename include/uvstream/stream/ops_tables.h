#pragma once

#include <atomic>

#include "uvstream/stream/stream_ops.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// What PHP calls the streams that ext/openssl makes.
inline constexpr const char* kOpensslsLabel = "tcp_socket/ssl";

enum class Kind { Tcp, Udp, Unix, Udg };

// What TLS is to a stream: nothing, a handshake that its first read or write begins, or all that passes.
enum class Tls { Off, Pending, Active };

// An ops table of ours, laid over the table that the stream was born with. Which table a stream has is its state; what
// must be remembered beside it lives in its descriptor's memory. Static, one for each kind, label and state: a tcp
// stream that ext/openssl made has ext/openssl's struct under it, and its label.
struct TransportOps : php_stream_ops {
    Kind kind;
    Tls tls;
    bool is_openssls; // the struct below is ext/openssl's
    bool is_pair_end; // of stream_socket_pair()
    int method;       // of ssl:// and the like: STREAM_CRYPTO_METHOD_..._CLIENT; 0: connections begin in plain
    // The table below: it does what we do not (flush, stat, meta data, TLS). Set by the first stream of the kind, to
    // the same value by everyone.
    std::atomic<const php_stream_ops*> below{nullptr};

    // Of a stream with PHP's own struct.
    TransportOps(Kind kind, const char* label);
    // Of one with ext/openssl's.
    TransportOps(Kind kind, const char* label, Tls tls, int method = 0);

    int socket_type() const { return kind == Kind::Tcp || kind == Kind::Unix ? SOCK_STREAM : SOCK_DGRAM; }
    bool is_unix() const { return kind == Kind::Unix || kind == Kind::Udg; }
    bool is_datagram() const { return socket_type() == SOCK_DGRAM; }
};

// Lays our table over a stream that one of the saved factories made; leaves any other stream alone.
void overlay(php_stream* stream, Kind kind, int method = 0);

// The table for another state of a stream with ext/openssl's struct.
void change_tls(php_stream* stream, Tls tls);

// Gives a connected byte stream ext/openssl's struct in the place of PHP's own, so that it can speak TLS. False where
// that cannot be.
bool take_openssls_struct(php_stream* stream);

// The same for a socket that no transport made (php://fd, stream_socket_pair), when a function of ours first meets it;
// leaves any other stream alone.
void adopt_socket(php_stream* stream);

// (All our tables have this function of ours in that slot, and no other table has it.)
inline bool is_ours(const php_stream* stream) { return stream->ops->close == op_close; }

// Of a stream of ours: its table, the table below, and the struct that both work on.
inline const TransportOps& ops_of(const php_stream* stream) { return *static_cast<const TransportOps*>(stream->ops); }
inline const php_stream_ops& below(const php_stream* stream) {
    return *ops_of(stream).below.load(std::memory_order_relaxed);
}
inline php_netstream_data_t* socket_of(const php_stream* stream) {
    return static_cast<php_netstream_data_t*>(stream->abstract);
}

} // namespace uvstream::stream
