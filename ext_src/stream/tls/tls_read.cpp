#include "uvstream/stream/tls/tls_read.h"

#include <cerrno>

#include "uvstream/base/deadline.h"
#include "uvstream/net/transfer.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/buffer_place.h"
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
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

using sched::Event;
using sched::OnSignal;

ssize_t tls_read(php_stream* stream, char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0) return -1;
    const int fd = socket->socket;
    Descriptor& its = descriptor(fd);
    if (is_closing(its, stream)) return -1;
    tls_memory(its).fork_mark = state().fork_mark();
    forget_wants(fd);
    const bool may_wait = tls_memory(its).blocks && !zend::has_buffered_data(stream);
    const bool waits_first =
        may_wait && tls_memory(its).is_drained && tls_memory(its).taken.empty() && !its.memory.first_try.begin();
    base::LazyDeadline deadline(io_timeout_us(socket));
    const BufferPlace place(stream, buffer, count);
    net::Window into{buffer, count};
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Read);
    if (waits_first) {
        const auto waited = net::wait_for(waits.waiter(), Event::readable(fd), deadline.get(), OnSignal::LookAgain);
        if (!waited.ok()) return fail_wait(socket, waited.error());
    }
    for (bool has_waited = waits_first;; has_waited = true) {
        try_taken_quietly(stream); // the peer may wait for it before it says more
        into = place.after_wait(into);
        if (into.size == 0) return 0;
        tls_memory(its).is_drained = false;
        const Outcome got = attempt(stream, [&] { return below(stream).read(stream, into.data, into.size); });
        if (!got.would_block) {
            // A record gives what it has: less than was asked for is all of it.
            tls_memory(its).is_drained = got.bytes > 0 && static_cast<size_t>(got.bytes) < into.size;
            return got.bytes;
        }
        if (!has_waited) its.memory.first_try.was_in_vain();
        if (!may_wait) {
            const Wants wants = tls_memory(its).blocks ? Wants::Read : wait.look();
            if (wants != Wants::Nothing) return come_back_for(stream, wants, Wants::Read);
            continue;
        }
        const auto waited = wait.next(deadline.get(), OnSignal::LookAgain);
        if (!waited.ok()) return fail_wait(socket, waited.error());
    }
}

int check_tls_liveness(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    tls_memory(fd).is_drained = false; // it may read a record ahead
    if (tls_memory(fd).is_crossed) {   // or take what the last operation is to come back for
        const net::Readiness now = net::readiness_of(fd);
        tls_memory(fd).is_crossed = tls_memory(fd).wants == Wants::Read ? !now.to_read : !now.to_write;
    }
    errno = 0;
    return below(stream).set_option(stream, PHP_STREAM_OPTION_CHECK_LIVENESS, 0, nullptr);
}

} // namespace uvstream::stream
