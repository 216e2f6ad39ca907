#include "uvstream/stream/tls/tls_write.h"

#include <algorithm>

#include "uvstream/net/wait.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_operation.h"
#include "uvstream/stream/use/taking.h"

namespace uvstream::stream {

namespace {

// Whether a record can go whole. (What could not go would be sent by the next operation on the stream, which may be
// long in coming.) A socket is writable while a good part of its buffer is free, with room for some records; so the
// kernel is asked once for each record's worth of bytes.
bool ask_for_room(int fd, TlsMemory& tls, size_t size) {
    if (tls.since_asked + size > kRecord) {
        if (!net::readiness_of(fd).to_write) return false;
        tls.since_asked = 0;
    }
    tls.since_asked += static_cast<unsigned>(size);
    return true;
}

// What one try to write has come to.
struct Write {
    enum class State {
        Over,  // the write returns `bytes`
        Taken, // OpenSSL has made a record of the bytes, and could not send all of it
        Vain,  // OpenSSL has not been asked
    } state;
    ssize_t bytes = 0;
};

// Behind what was taken before.
Write try_write(php_stream* stream, TlsMemory& tls, const char* buffer, size_t size) {
    const Sent before = try_taken(stream, tls);
    if (before == Sent::Failed) return {Write::State::Over, 0}; // as ext/openssl says it
    if (before == Sent::Later || !ask_for_room(socket_of(stream)->socket, tls, size)) return {Write::State::Vain};
    const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, buffer, size); });
    if (sent.bytes <= 0) tls.is_drained = false; // the next read tries at once: it may meet the same error
    if (!sent.would_block) return {Write::State::Over, sent.bytes};
    tls.taken.assign(buffer, buffer + size);
    ++tls.takings;
    return {Write::State::Taken};
}

// What was taken counts as written; a stream that blocks says so when it is on its way, or the write's time is over.
// False: it never will be.
bool await_taken(php_stream* stream, TlsMemory& tls, TlsOperation& operation) {
    const unsigned taking = tls.takings;
    while (tls.blocks) { // asked anew: a handler may have changed it
        if (operation.after_vain_try(true)) break;
        if (tls.takings != taking) break; // another write has sent these, and has some of its own there now
        const Sent sent = try_taken(stream, tls);
        if (sent != Sent::Later) return sent == Sent::All;
    }
    return true;
}

ssize_t write_record(php_stream* stream, const char* buffer, size_t count) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0) return -1;
    Descriptor& its = descriptor(fd);
    TlsMemory& tls = tls_memory(its);
    TlsOperation operation(stream, its, TlsWait::For::Write);
    if (!operation.begin()) return -1;
    const size_t size = std::min(count, kRecord);
    const bool is_to_queue = tls.blocks && state().scheduler.has_writers(fd);
    if (is_to_queue && !operation.wait_first()) return -1;
    while (!operation.is_tls_off()) {
        const Write write = try_write(stream, tls, buffer, size);
        if (write.state == Write::State::Over) return write.bytes;
        if (write.state == Write::State::Taken) {
            return await_taken(stream, tls, operation) ? static_cast<ssize_t>(size) : 0;
        }
        if (const auto result = operation.after_vain_try(tls.blocks)) return *result;
    }
    return -1; // not in plain what was meant for TLS
}

} // namespace

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count) {
    const ssize_t written = write_record(stream, buffer, count);
    if (written < 0) keep_unsent(stream, buffer, count);
    return written;
}

} // namespace uvstream::stream
