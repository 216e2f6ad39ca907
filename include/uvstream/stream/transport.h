#pragma once

#include <atomic>

#include "uvstream/stream/state.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// What PHP calls the streams that ext/openssl makes.
inline constexpr const char* kOpensslsLabel = "tcp_socket/ssl";

enum class Kind { Tcp, Udp, Unix, Udg };

// What TLS is to a stream: nothing, a handshake that its first read or write begins, or all that passes.
enum class Tls { Off, Pending, Active };

// An ops table of ours, laid over the table that the stream was born with. Which table a stream has is its state; what
// must be remembered beside it lives in its descriptor's Watcher. Static, one for each kind, label and state: a tcp
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

// The slots of the tables; reads and writes with TLS are in tls.h.
ssize_t op_read(php_stream* stream, char* buffer, size_t count);
ssize_t op_write(php_stream* stream, const char* buffer, size_t count);
int op_close(php_stream* stream, int close_handle);
int op_flush(php_stream* stream);
int op_stat(php_stream* stream, php_stream_statbuf* buffer);
int op_cast(php_stream* stream, int cast_as, void** result);
int op_set_option(php_stream* stream, int option, int value, void* param);

// The operations behind PHP_STREAM_OPTION_XPORT_API; each returns its `returncode`.
int bind_server(php_stream* stream, php_stream_xport_param* param);
int listen_server(php_stream* stream, php_stream_xport_param* param);
int accept_client(php_stream* stream, php_stream_xport_param* param);
int connect_client(php_stream* stream, php_stream_xport_param* param);
int send_message(php_stream* stream, php_stream_xport_param* param);
int receive_message(php_stream* stream, php_stream_xport_param* param);
// PHP_STREAM_OPTION_CHECK_LIVENESS; wait_s: 0 does not wait, -1 waits for the stream's own timeout.
int check_liveness(php_stream* stream, int wait_s);

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

// A stream of ext/openssl's own, with no socket; null where that extension is not there.
php_stream* make_openssls_stream(bool is_persistent);

// An empty stream of the same kind as `like`, with no socket yet; null when memory or the transport is gone.
php_stream* make_stream_like(php_stream* like);

// (The one slot that all our tables share.)
inline bool is_ours(const php_stream* stream) { return stream->ops->close == op_close; }
inline const TransportOps& ops_of(const php_stream* stream) { return *static_cast<const TransportOps*>(stream->ops); }
inline const php_stream_ops& below(const php_stream* stream) {
    return *ops_of(stream).below.load(std::memory_order_relaxed);
}
inline php_netstream_data_t* socket_of(const php_stream* stream) {
    return static_cast<php_netstream_data_t*>(stream->abstract);
}

// As poll(2) understands PHP's timeouts: none (null, a negative number of seconds) is -1.
int64_t timeout_us(const timeval* timeout);

// default_socket_timeout, for what has no timeout of its own.
inline int64_t default_timeout_us() { return int64_t{FG(default_socket_timeout)} * 1000000; }

// Closes the thread's persistent streams that are ours.
void close_persistent_streams();

// Makes those of a list, another thread's, plain streams of PHP's again.
void give_back_streams(HashTable* persistent_list);

// Takes the transports over, and gives back those that are still ours.
void take_over_transports();
void give_back_transports();

// The names of those that are ours, for `php --ri`.
zend_string* taken_over_transports();

} // namespace uvstream::stream
