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

} // namespace

base::Result<size_t> read_some(const sched::Waiter& waiter, int fd, Window into, bool wait, int64_t timeout_us,
                               Refit refit) {
    sched::WatcherTable& watchers = waiter.strand.scheduler.watchers;
    LazyDeadline deadline(timeout_us);
    bool wait_first = wait && !watchers.at(fd).first_try.pays();
    for (;;) {
        if (wait_first) {
            const auto waited = wait_for(waiter, Event::readable(fd), deadline.get(), sched::OnSignal::LookAgain);
            if (!waited.ok()) return waited.error();
            into = refit.where(refit.owner, into);
            if (into.size == 0) return Error{Op::Receive, EAGAIN};
        }
        const ssize_t got = recv(fd, into.data, into.size, MSG_DONTWAIT);
        if (got >= 0) return static_cast<size_t>(got);
        if (errno == EINTR) continue;
        if (!would_block(errno) || !wait) return Error{Op::Receive, errno};
        if (!wait_first) watchers.at(fd).first_try.was_in_vain();
        wait_first = true;
    }
}

base::Result<size_t> write_some(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait,
                                int64_t timeout_us) {
    LazyDeadline deadline(timeout_us);
    for (;;) {
        const ssize_t sent = send(fd, data, size, MSG_DONTWAIT);
        if (sent >= 0) return static_cast<size_t>(sent);
        if (errno == EINTR) continue;
        if (!would_block(errno) || !wait) return Error{Op::Send, errno};
        const auto waited = wait_for(waiter, Event::writable(fd), deadline.get());
        if (!waited.ok()) return waited.error();
    }
}

base::Result<size_t> send_to(const sched::Waiter& waiter, int fd, const char* data, size_t size, int flags, bool wait,
                             const sockaddr* to, socklen_t to_size) {
    size_t done = 0;
    for (;;) {
        const ssize_t sent = sendto(fd, data + done, size - done, flags | MSG_DONTWAIT, to, to_size);
        if (sent >= 0) {
            done += static_cast<size_t>(sent);
            if (done >= size || !wait) return done; // a datagram always goes whole
            continue;
        }
        Error error{Op::Send, errno};
        if (error.code == EINTR) continue;
        if (would_block(error.code) && wait) {
            const auto waited = wait_for(waiter, Event::writable(fd), base::Deadline::never());
            if (waited.ok()) continue;
            error = waited.error();
        }
        if (done > 0) return done;
        return error;
    }
}

base::Result<size_t> receive_from(const sched::Waiter& waiter, int fd, Window into, int flags, bool wait,
                                  bool may_block, address::SocketAddress* from) {
    for (;;) {
        socklen_t* const length = from != nullptr ? &from->length : nullptr;
        sockaddr* const name = from != nullptr ? from->data() : nullptr;
        if (length != nullptr) *length = sizeof(from->storage);
        const int mode = wait && may_block ? 0 : MSG_DONTWAIT;
        const ssize_t got = recvfrom(fd, into.data, into.size, flags | mode, name, length);
        if (got >= 0) return static_cast<size_t>(got);
        if (errno == EINTR && mode == 0) return Error{Op::Receive, errno};
        if (errno == EINTR) continue;
        // Out-of-band data cannot be waited for by readiness to read; stock does not wait for it either.
        if (!would_block(errno) || !wait || (flags & MSG_OOB)) return Error{Op::Receive, errno};
        may_block = false; // non-blocking in the kernel: the waiting is ours
        const auto waited = wait_for(waiter, Event::readable(fd), base::Deadline::never(), sched::OnSignal::Return);
        if (!waited.ok()) return waited.error();
    }
}

} // namespace uvstream::net
