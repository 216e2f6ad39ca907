#include "uvstream/stream/tls/lazy_handshake.h"

#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/behind_handshake.h"
#include "uvstream/stream/tls/handshake.h"
#include "uvstream/stream/tls/tls_read.h"
#include "uvstream/stream/tls/tls_write.h"
#include "uvstream/stream/use/closing.h"

namespace uvstream::stream {

namespace {

Handshake pending_handshake(php_stream* stream) {
    const auto* socket = socket_of(stream);
    TlsMemory& tls = tls_memory(socket->socket);
    if (tls.has_failed) return Handshake::Failed;
    if (!tls.is_set_up && !set_up_tls(stream, tls.method)) {
        tls.has_failed = true;
        return Handshake::Failed;
    }
    return run_handshake(stream, handshake_deadline(stream), socket->is_blocked);
}

// The handshake, and then the operation; or what the operation returns where it cannot go on. `behind` is the same for
// a handshake that somebody is within.
template <class Behind, class Operation>
ssize_t after_handshake(php_stream* stream, Behind behind, Operation operation) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0) return -1;
    const Descriptor& its = descriptor(socket->socket);
    if (is_closing(its, stream)) return -1;
    if (its.in_handshake()) return behind();
    switch (pending_handshake(stream)) {
    case Handshake::Done: return operation();
    case Handshake::WouldBlock: return 0;
    case Handshake::TimedOut: socket->timeout_event = 1; return -1;
    case Handshake::Failed: break;
    }
    stream->eof = 1;
    return -1;
}

} // namespace

ssize_t pending_read(php_stream* stream, char* buffer, size_t count) {
    return after_handshake(
        stream, [&] { return read_behind_handshake(stream, buffer, count); },
        [&] { return tls_read(stream, buffer, count); });
}

ssize_t pending_write(php_stream* stream, const char* buffer, size_t count) {
    return after_handshake(
        stream, [&] { return write_behind_handshake(stream, buffer, count); },
        [&] { return tls_write(stream, buffer, count); });
}

Wants handshake_wants(const php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    const Tls tls = ops_of(stream).tls;
    if (fd < 0) return Wants::Nothing;
    const TlsMemory& memory = known_tls(fd);
    if (tls == Tls::Active) return memory.is_crossed ? memory.wants : Wants::Nothing;
    const bool is_to_begin = tls == Tls::Pending && !memory.has_failed && memory.wants == Wants::Nothing;
    return is_to_begin ? Wants::Read : memory.wants;
}

} // namespace uvstream::stream
