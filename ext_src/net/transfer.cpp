#include "uvstream/net/transfer.h"

#include <cerrno>

#include "uvstream/net/wait.h"

namespace uvstream::net {

using base::Error;
using base::LazyDeadline;
using base::Op;
using sched::Event;

namespace {

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

// What a read of a socket that is not connected says at once; stock asks first whether it is readable. A listener is
// not until somebody comes.
bool is_unconnected(int error) { return error == ENOTCONN || error == EINVAL; }

} // namespace

base::Result<size_t> read_some(const sched::Waiter& waiter, Socket socket, Window into, bool wait, int64_t timeout_us,
                               Refit refit) {
    auto [fd, memory] = socket;
    LazyDeadline deadline(timeout_us);
    ReadyWait ready(waiter, Event::readable(fd));
    sched::Scheduler& scheduler = waiter.strand.scheduler;
    scheduler.begin_operation(waiter);
    bool wait_first = wait && (scheduler.has_readers(fd) || !memory.first_try.begin());
    for (;;) {
        if (wait_first) {
            const auto waited = ready.next(deadline.get(), sched::OnSignal::LookAgain);
            if (waited.error().code == ESHUTDOWN) return Error{Op::Receive, EAGAIN};
            if (!waited.ok()) return waited.error();
            into = refit.where(refit.owner, into);
            if (into.size == 0) return Error{Op::Receive, EAGAIN};
        }
        const ssize_t got = recv(fd, into.data, into.size, MSG_DONTWAIT);
        if (got >= 0) {
            scheduler.pass_on_reading(fd);
            return static_cast<size_t>(got);
        }
        const int error = errno;
        if (error == EINTR) continue;
        const bool may_wait = would_block(error) || (is_unconnected(error) && !ready.was_ready());
        if (!wait || !may_wait) return Error{Op::Receive, error};
        if (!wait_first) memory.first_try.was_in_vain();
        wait_first = true;
    }
}

base::Result<size_t> write_some(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait,
                                int64_t timeout_us) {
    LazyDeadline deadline(timeout_us);
    ReadyWait ready(waiter, Event::writable(fd));
    for (;;) {
        const ssize_t sent = send(fd, data, size, MSG_DONTWAIT);
        if (sent >= 0) return static_cast<size_t>(sent);
        int last = errno;
        if (last == EINTR) continue;
        if (!would_block(last) || !wait) return Error{Op::Send, last};
        auto waited = ready.next(deadline.get(), sched::OnSignal::Return);
        while (waited.error().code == EINTR) { // no end of the wait, but what a notice of it would name
            last = EINTR;
            waited = ready.next(deadline.get(), sched::OnSignal::Return);
        }
        if (!waited.ok()) return waited.error().code == ETIMEDOUT ? Error{Op::Wait, last} : waited.error();
    }
}

base::Result<size_t> send_to(const sched::Waiter& waiter, int fd, const char* data, size_t size, int flags,
                             MessageWait how, const sockaddr* to, socklen_t to_size) {
    ReadyWait ready(waiter, Event::writable(fd));
    size_t done = 0;
    for (;;) {
        const int mode = how.may_block ? 0 : MSG_DONTWAIT;
        const ssize_t sent = sendto(fd, data + done, size - done, flags | mode, to, to_size);
        if (sent >= 0) {
            done += static_cast<size_t>(sent);
            if (done >= size || !how.waits || how.may_block) return done; // (a datagram always goes whole)
            continue;
        }
        Error error{Op::Send, errno};
        if (error.code == EINTR && !how.may_block) continue;
        if (would_block(error.code) && how.waits) {
            how.may_block = false; // non-blocking in the kernel: the waiting is ours
            const auto waited = ready.next(base::Deadline::never(), how.on_signal);
            if (waited.ok()) continue;
            error = waited.error();
        }
        if (done > 0) return done;
        return error;
    }
}

base::Result<size_t> receive_from(const sched::Waiter& waiter, int fd, Window into, int flags, MessageWait how,
                                  address::SocketAddress* from) {
    ReadyWait ready(waiter, Event::readable(fd));
    for (;;) {
        socklen_t* const length = from != nullptr ? &from->length : nullptr;
        sockaddr* const name = from != nullptr ? from->data() : nullptr;
        if (length != nullptr) *length = sizeof(from->storage);
        const int mode = how.may_block ? 0 : MSG_DONTWAIT;
        const ssize_t got = recvfrom(fd, into.data, into.size, flags | mode, name, length);
        if (got >= 0) return static_cast<size_t>(got);
        if (errno == EINTR && !how.may_block) continue;
        // Out-of-band data cannot be waited for by readiness to read; stock does not wait for it either.
        if (!would_block(errno) || !how.waits || (flags & MSG_OOB)) return Error{Op::Receive, errno};
        how.may_block = false; // non-blocking in the kernel: the waiting is ours
        const auto waited = ready.next(base::Deadline::never(), how.on_signal);
        if (waited.error().code == ESHUTDOWN) return size_t{0};
        if (!waited.ok() && waited.error().code != EAGAIN) return waited.error();
    }
}

} // namespace uvstream::net
