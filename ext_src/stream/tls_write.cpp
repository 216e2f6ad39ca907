#include <algorithm>
#include <vector>

#include "uvstream/net/open_socket.h"
#include "uvstream/stream/tls.h"
#include "uvstream/stream/tls_attempt.h"
#include "uvstream/stream/tls_wait.h"

// What OpenSSL has begun to write it must be given again as it was, before anything else: it has made a record of it, a
// part of which may be on its way. So these bytes count as written, and we keep them until they are.
namespace uvstream::stream {

namespace {

using sched::OnSignal;

constexpr size_t kRecord = 16384; // the most that OpenSSL takes at once

// Whether a record can go whole, so that nothing of it is left to us, who may not be called again for long. The kernel
// says so while a part of its buffer is free that has room for some; it is asked once for each record's worth of bytes.
bool has_room(int fd, size_t size) {
    sched::TlsMemory& tls = tls_memory(fd);
    if (tls.since_asked + size > kRecord) {
        if (!net::readiness_of(fd).to_write) return false;
        tls.since_asked = 0;
    }
    tls.since_asked += static_cast<unsigned>(size);
    return true;
}

} // namespace

Sent try_taken(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    while (!tls_memory(fd).taken.empty()) {
        const std::vector<char>& taken = tls_memory(fd).taken;
        const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, taken.data(), taken.size()); });
        if (sent.would_block) return Sent::Later;
        std::vector<char>& left = tls_memory(fd).taken;
        if (sent.bytes <= 0) {
            left.clear();
            tls_memory(fd).is_drained = false; // a read may have that to say, too
            return Sent::Failed;
        }
        left.erase(left.begin(), left.begin() + std::min(sent.bytes, static_cast<ssize_t>(left.size())));
        if (left.empty()) forget_wants(fd); // what the last operation was to come back for is done
    }
    return Sent::All;
}

Sent try_taken_quietly(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (tls_memory(fd).taken.empty()) return Sent::All;
    return net::readiness_of(fd).is_broken ? Sent::Failed : try_taken(stream);
}

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_doomed(stream)) return -1;
    const int fd = socket->socket;
    tls_memory(fd).fork_mark = state().fork_mark();
    forget_wants(fd);
    const size_t size = std::min(count, kRecord);
    ssize_t done = 0;
    base::LazyDeadline deadline(io_timeout_us(socket));
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Write);
    for (;;) {
        const Sent before = try_taken(stream);
        if (before == Sent::Failed) return 0; // as ext/openssl says it
        if (before == Sent::All && done > 0) return done;
        if (before == Sent::All && has_room(fd, size)) {
            const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, buffer, size); });
            if (sent.bytes <= 0) tls_memory(fd).is_drained = false; // as above
            if (!sent.would_block) return sent.bytes;
            tls_memory(fd).taken.assign(buffer, buffer + size);
            done = static_cast<ssize_t>(size);
        }
        if (!tls_memory(fd).blocks) { // asked anew: a handler may have changed it
            if (done > 0) return done;
            const sched::Wants wants = wait.look();
            if (wants == sched::Wants::Nothing) continue;
            return come_back_for(stream, wants, sched::Wants::Write);
        }
        const auto waited = wait.next(deadline.get(), OnSignal::GoOn);
        if (waited.ok()) continue;
        const ssize_t failed = fail_wait(socket, waited.error());
        return done > 0 ? done : failed;
    }
}

namespace {

// (Another process that has got the connection by a fork goes on with it.)
bool owes_bytes(const sched::TlsMemory& tls) { return !tls.taken.empty() && tls.fork_mark == state().fork_mark(); }

} // namespace

void finish_taken(php_stream* stream) {
    auto* socket = socket_of(stream);
    const int fd = socket->socket;
    if (fd < 0 || !owes_bytes(tls_memory(fd))) return;
    base::LazyDeadline deadline(io_timeout_us(socket));
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Write);
    while (try_taken_quietly(stream) == Sent::Later && tls_memory(fd).blocks) {
        const auto waited = wait.next(deadline.get(), OnSignal::GoOn);
        if (waited.ok()) continue;
        fail_wait(socket, waited.error());
        return;
    }
}

namespace {

void try_with_more_room(php_stream* stream) {
    // The taken record, the end's own, and the kernel's bookkeeping of both.
    net::make_room_to_send(static_cast<int>(socket_of(stream)->socket), kRecord * 4);
    try_taken_quietly(stream);
}

// The first of the request's streams that has taken bytes, of those with a higher number; 0 for none.
zend_ulong next_with_taken(zend_ulong after, php_stream*& stream) {
    zend_ulong number;
    zval* entry;
    ZEND_HASH_FOREACH_NUM_KEY_VAL(&EG(regular_list), number, entry) {
        if (number <= after) continue;
        stream = stream_of(entry);
        if (stream == nullptr || !is_ours(stream) || ops_of(stream).tls != Tls::Active) continue;
        if (!tls_memory(static_cast<int>(socket_of(stream)->socket)).taken.empty()) return number;
    }
    ZEND_HASH_FOREACH_END();
    return 0;
}

} // namespace

void send_last(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (!owes_bytes(tls_memory(fd))) return;
    try_with_more_room(stream);
    tls_memory(fd).taken.clear();
}

void send_taken_before_fork() {
    php_stream* stream = nullptr;
    // (Looked for anew each time: a warning may run user code that closes streams.)
    for (zend_ulong number = 0; (number = next_with_taken(number, stream)) != 0;) try_with_more_room(stream);
}

} // namespace uvstream::stream
