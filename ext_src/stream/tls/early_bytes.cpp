#include "uvstream/stream/tls/early_bytes.h"

#include "uvstream/net/stand_in.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

const char* bytes_of(const php_stream* stream) {
    return reinterpret_cast<const char*>(stream->readbuf) + stream->readpos;
}

// So that no later read finds them, even of a script that does not ask whether TLS has begun.
void drop(php_stream* stream, size_t count) {
    stream->readpos = stream->writepos = 0;
    zend::warn_early_bytes(stream, count);
}

// Every record of a handshake begins with these two bytes. What a read filter has changed is of no use to OpenSSL.
bool look_like_a_hello(const php_stream* stream) {
    const char* const bytes = bytes_of(stream);
    return !php_stream_is_filtered(stream) && bytes[0] == 0x16 && (early_bytes(stream) == 1 || bytes[1] == 0x03);
}

} // namespace

bool may_begin_tls(php_stream* stream, bool is_client) {
    const bool is_to_begin = may_speak_tls(stream) && ops_of(stream).tls != Tls::Active;
    if (!is_to_begin || early_bytes(stream) == 0) return true;
    if (!is_client && look_like_a_hello(stream)) return true;
    drop(stream, early_bytes(stream));
    return false;
}

int step_with_early_bytes(php_stream* stream, int (*step)(php_stream*)) {
    net::StandIn stand_in;
    if (!stand_in.begin(socket_of(stream)->socket, bytes_of(stream), early_bytes(stream))) {
        drop(stream, early_bytes(stream));
        return -1;
    }
    stream->readpos = stream->writepos = 0; // they are OpenSSL's from here on
    int done = -1;
    const bool has_returned = zend::try_call([&] { done = step(stream); });
    const size_t left = stand_in.end();
    if (!has_returned) zend::resume_bailout();
    if (left == 0 || done < 0) return done;
    zend::warn_early_bytes(stream, left);
    return -1;
}

} // namespace uvstream::stream
