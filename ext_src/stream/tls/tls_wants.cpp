#include "uvstream/stream/tls/tls_wants.h"

#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"

namespace uvstream::stream {

namespace {

// Through the read buffer, and still in it. (A read that takes the buffer's last bytes and then looks for more has not
// counted them yet.)
int64_t bytes_that_came(const php_stream* stream) { return stream->position + stream->writepos - stream->readpos; }

} // namespace

void set_wants(const php_stream* stream, TlsMemory& tls, Wants wants) {
    tls.wants = wants;
    tls.wants_since = bytes_that_came(stream);
}

void forget_wants(TlsMemory& tls) {
    tls.wants = Wants::Nothing;
    tls.is_crossed = false;
}

void come_back_for(const php_stream* stream, TlsMemory& tls, Wants wants, Wants its_own) {
    set_wants(stream, tls, wants);
    tls.is_crossed = wants != its_own;
}

Wants wants_of(const php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0) return Wants::Nothing;
    const TlsMemory& tls = known_tls(fd);
    const bool has_given = tls.wants == Wants::Read && bytes_that_came(stream) != tls.wants_since;
    return has_given ? Wants::Nothing : tls.wants;
}

} // namespace uvstream::stream
