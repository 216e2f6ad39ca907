#include "uvstream/net/transfer.h"

#include <cerrno>

#include "uvstream/net/instant.h"
#include "uvstream/net/wait.h"

namespace uvstream::net {

using base::Error;
using base::LazyDeadline;
using base::Op;
using sched::OnSignal;

namespace {

// What recv() says at once of a socket that is not connected. Stock polls before it reads, so its read of a listener
// lasts until a client comes, and fails then; so does ours.
bool is_unconnected(int error) { return error == ENOTCONN || error == EINVAL; }

// What it came for lies in the buffer; there may be enough for the next in line, too.
Error leave_it(Tries& tries) {
    tries.pass_on();
    return {Op::Receive, EAGAIN};
}

// Whether there is a place for what is to be read: before a wait, and after what others may have done.
bool has_place(const Tries& tries, const Refit& refit) {
    return !tries.is_to_wait() || refit.before_wait == nullptr || refit.before_wait(refit.owner);
}
bool find_place(const Refit& refit, Window& into) {
    into = refit.where(refit.owner, into);
    return into.size != 0;
}

// `receive` is the call, and `is_to_come` says of which of its errors that something may still come.
template <class Receive, class IsToCome>
base::Result<size_t> read_by(Tries& tries, Window into, Refit refit, Receive receive, IsToCome is_to_come) {
    for (;;) {
        if (!has_place(tries, refit)) return leave_it(tries);
        if (!tries.next(OnSignal::LookAgain)) break;
        if (tries.has_stuck_error()) return Error{Op::Receive, EAGAIN};
        if (!find_place(refit, into)) return leave_it(tries);
        const ssize_t got = receive(into);
        if (got >= 0) return tries.succeed(static_cast<size_t>(got));
        tries.fail({Op::Receive, errno}, is_to_come(errno));
    }
    if (tries.error().code == ESHUTDOWN) return Error{Op::Receive, EAGAIN};
    return tries.error();
}

} // namespace

base::Result<size_t> read_some(const sched::Waiter& waiter, Socket socket, Window into, bool wait,
                               base::LazyDeadline deadline, Refit refit) {
    Tries tries(waiter, Tries::Reads, socket.fd, wait ? Tries::Parks : Tries::Once, deadline, &socket.memory.first_try);
    return read_by(
        tries, into, refit, [&](Window to) { return recv(socket.fd, to.data, to.size, MSG_DONTWAIT); },
        [&](int error) { return is_unconnected(error) && !tries.was_ready(); });
}

base::Result<size_t> read_pipe(const sched::Waiter& waiter, int fd, Window into, bool wait, base::LazyDeadline deadline,
                               Refit refit) {
    Tries tries(waiter, Tries::Reads, fd, wait ? Tries::Parks : Tries::Once, deadline);
    return read_by(
        tries, into, refit, [=](Window to) { return read_at_once(fd, to.data, to.size); }, [](int) { return false; });
}

base::Result<size_t> write_some(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait,
                                base::LazyDeadline deadline) {
    Tries tries(waiter, Tries::Writes, fd, wait ? Tries::Parks : Tries::Once, deadline);
    int last = EAGAIN;
    for (;;) {
        while (tries.next(OnSignal::Return)) {
            const ssize_t sent = send_at_once(fd, data, size);
            if (sent >= 0) return tries.succeed(static_cast<size_t>(sent));
            last = errno;
            tries.fail({Op::Send, last});
        }
        if (tries.error().code == ETIMEDOUT && tries.error().op == Op::Wait) return Error{Op::Wait, last};
        if (tries.error().code != EINTR) return tries.error();
        last = EINTR; // no end of the wait, but what a notice of it names
    }
}

// (Who writes to a pipe without a reader gets a signal, each time: the system is asked before.)
base::Result<size_t> write_pipe(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait) {
    Tries tries(waiter, Tries::Writes, fd, wait ? Tries::Parks : Tries::Once, LazyDeadline(-1));
    while (tries.next(OnSignal::LookAgain)) {
        if (readiness_of(fd).is_broken) return Error{Op::Send, EPIPE};
        const ssize_t sent = write_at_once(fd, data, size);
        if (sent >= 0) return tries.succeed(static_cast<size_t>(sent));
        tries.fail({Op::Send, errno});
    }
    return tries.error();
}

base::Result<size_t> send_to(const sched::Waiter& waiter, int fd, const Message& message, MessageWait how) {
    Tries tries(waiter, Tries::Writes, fd, how.mode, LazyDeadline(-1));
    size_t done = 0;
    while (tries.next(how.on_signal)) {
        const char* const rest = message.data + done;
        const size_t size = message.size - done;
        const ssize_t sent = tries.may_block()
                                 ? sendto(fd, rest, size, message.flags, message.to, message.to_size)
                                 : send_at_once(fd, rest, size, message.flags, message.to, message.to_size);
        if (sent < 0) {
            tries.fail({Op::Send, errno});
            continue;
        }
        done += static_cast<size_t>(sent);
        if (done >= message.size || !tries.parks()) return tries.succeed(done); // (a datagram always goes whole)
        tries.advance();
    }
    if (done > 0) return tries.succeed(done);
    return tries.error();
}

base::Result<size_t> receive_from(const sched::Waiter& waiter, int fd, Window into, int flags, MessageWait how,
                                  address::SocketAddress* from) {
    // Out-of-band data cannot be waited for by readiness to read; stock does not wait for it either.
    Tries tries(waiter, Tries::Reads, fd, (flags & MSG_OOB) != 0 ? Tries::Once : how.mode, LazyDeadline(-1));
    sockaddr* const name = from != nullptr ? from->data() : nullptr;
    socklen_t* const length = from != nullptr ? &from->length : nullptr;
    while (tries.next(how.on_signal)) {
        if (length != nullptr) *length = sizeof(from->storage);
        const ssize_t got = recvfrom(fd, into.data, into.size, flags | tries.flags(), name, length);
        if (got >= 0) return tries.succeed(static_cast<size_t>(got));
        tries.fail({Op::Receive, errno});
    }
    if (tries.error().code == ESHUTDOWN) return size_t{0};
    return tries.error();
}

} // namespace uvstream::net
