#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// A transport of ext/openssl's whose connections begin with a handshake, and the client's method of that handshake.
struct TlsScheme {
    const char* name;
    int method;
};

// All of them, in the order in which they are taken over and shown.
inline constexpr TlsScheme kTlsSchemes[] = {
    {"ssl", STREAM_CRYPTO_METHOD_TLS_ANY_CLIENT},     {"sslv3", STREAM_CRYPTO_METHOD_SSLv3_CLIENT},
    {"tls", STREAM_CRYPTO_METHOD_TLS_ANY_CLIENT},     {"tlsv1.0", STREAM_CRYPTO_METHOD_TLSv1_0_CLIENT},
    {"tlsv1.1", STREAM_CRYPTO_METHOD_TLSv1_1_CLIENT}, {"tlsv1.2", STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT},
    {"tlsv1.3", STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT},
};

} // namespace uvstream::stream
