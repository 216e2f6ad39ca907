#include "uvstream/stream/tls/tls_write.h"

#include <algorithm>

#include "uvstream/base/deadline.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_wait.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::stream {

namespace {

using sched::OnSignal;

// Whether a record can go whole, so that nothing of it is left to us, who may not be called again for long. The kernel
// says so while a part of its buffer is free that has room for some; it is asked once for each record's worth of bytes.
bool has_room(int fd, TlsMemory& tls, size_t size) {
    if (tls.since_asked + size > kRecord) {
        if (!net::readiness_of(fd).to_write) return false;
        tls.since_asked = 0;
    }
    tls.since_asked += static_cast<unsigned>(size);
    return true;
}

} // namespace

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0) return -1;
    const int fd = socket->socket;
    Descriptor& its = descriptor(fd);
    if (is_closing(its, stream)) return -1;
    tls_memory(its).fork_mark = state().fork_mark();
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
        if (before == Sent::All && has_room(fd, tls_memory(its), size)) {
            const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, buffer, size); });
            if (sent.bytes <= 0) tls_memory(its).is_drained = false; // as above
            if (!sent.would_block) return sent.bytes;
            tls_memory(its).taken.assign(buffer, buffer + size);
            done = static_cast<ssize_t>(size);
        }
        if (!tls_memory(its).blocks) { // asked anew: a handler may have changed it
            if (done > 0) return done;
            const Wants wants = wait.look();
            if (wants == Wants::Nothing) continue;
            return come_back_for(stream, wants, Wants::Write);
        }
        const auto waited = wait.next(deadline.get(), OnSignal::GoOn);
        if (waited.ok()) continue;
        const ssize_t failed = fail_wait(socket, waited.error());
        return done > 0 ? done : failed;
    }
}

} // namespace uvstream::stream
