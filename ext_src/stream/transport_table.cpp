#include "uvstream/stream/transport_table.h"

#include <array>
#include <cstring>
#include <iterator>

#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/tls_schemes.h"

namespace uvstream::stream {

namespace {

struct Transport {
    const char* name;
    Kind kind;
    int method; // with which connections begin TLS; 0: they do not
    php_stream_transport_factory previous;
};

constexpr Transport kPlain[] = {
    {"tcp", Kind::Tcp, 0, nullptr},
    {"udp", Kind::Udp, 0, nullptr},
    {"unix", Kind::Unix, 0, nullptr},
    {"udg", Kind::Udg, 0, nullptr},
};

// And ext/openssl's, where it is there.
constexpr auto with_tls() {
    std::array<Transport, std::size(kPlain) + std::size(kTlsSchemes)> all{};
    size_t size = 0;
    for (const Transport& plain : kPlain) all[size++] = plain;
    for (const TlsScheme& scheme : kTlsSchemes) all[size++] = {scheme.name, Kind::Tcp, scheme.method, nullptr};
    return all;
}

// Written at module start-up, before any thread, and read-only from then on.
auto transports = with_tls();

Transport& transport_of(Kind kind) { return transports[static_cast<int>(kind)]; }

// NOLINTNEXTLINE(readability-function-size): the signature is PHP's, of a transport's factory
php_stream* make_stream(const char* name, size_t name_size, const char* resource, size_t resource_size,
                        const char* persistent_id, int options, int flags, timeval* timeout,
                        php_stream_context* context STREAMS_DC) {
    for (const Transport& transport : transports) {
        if (strlen(transport.name) != name_size || strncmp(transport.name, name, name_size) != 0) continue;
        php_stream* const stream = transport.previous(name, name_size, resource, resource_size, persistent_id, options,
                                                      flags, timeout, context STREAMS_REL_CC);
        if (stream != nullptr) overlay(stream, transport.kind, transport.method);
        return stream;
    }
    return nullptr;
}

php_stream_transport_factory registered(const char* name) {
    return reinterpret_cast<php_stream_transport_factory>(
        zend_hash_str_find_ptr(php_stream_xport_get_hash(), name, strlen(name)));
}

} // namespace

php_stream* make_openssls_stream(bool is_persistent) {
    // Made by ext/openssl's own factory: only it knows the struct. (Where "tcp" is PHP's own, its label tells.)
    const Transport& tcp = transport_of(Kind::Tcp);
    timeval no_timeout{};
    // (To be persistent the stream must be given a key, any key.)
    php_stream* const stream =
        tcp.previous(tcp.name, strlen(tcp.name), nullptr, 0, is_persistent ? "uvstream" : nullptr, 0, 0, &no_timeout,
                     nullptr STREAMS_CC);
    if (stream == nullptr || strcmp(stream->ops->label, kOpensslsLabel) == 0) return stream;
    php_stream_free(stream, is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT : PHP_STREAM_FREE_CLOSE);
    return nullptr;
}

php_stream* make_stream_like(php_stream* like) {
    const TransportOps& ops = ops_of(like);
    if (!ops.is_openssls) return php_stream_alloc(&ops, ecalloc(1, sizeof(php_netstream_data_t)), nullptr, "r+");
    php_stream* const stream = make_openssls_stream(false);
    if (stream != nullptr) overlay(stream, Kind::Tcp);
    return stream;
}

void take_over_transports() {
    for (Transport& transport : transports) {
        transport.previous = registered(transport.name);
        if (transport.previous != nullptr) php_stream_xport_register(transport.name, make_stream);
    }
}

void give_back_transports() {
    for (Transport& transport : transports) {
        if (transport.previous != nullptr && registered(transport.name) == make_stream) {
            php_stream_xport_register(transport.name, transport.previous);
        }
    }
}

zend_string* taken_over_transports() {
    smart_str names = {};
    for (const Transport& transport : transports) {
        if (registered(transport.name) != make_stream) continue;
        if (names.s != nullptr) smart_str_appends(&names, ", ");
        smart_str_appends(&names, transport.name);
    }
    return smart_str_extract(&names);
}

} // namespace uvstream::stream
