#include "uvstream/net/listener.h"

#include <cerrno>

#include "uvstream/base/socket_descriptor.h"
#include "uvstream/net/tries.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

using base::Error;
using base::Op;

bool binds_non_blocking(int type, const SocketOptions& options) { return type == SOCK_STREAM && options.close_on_exec; }

base::Result<int> bind_to(const address::AddressList& addresses, int type, const SocketOptions& options) {
    Error last{Op::Bind, EADDRNOTAVAIL};
    for (const address::SocketAddress& at : addresses) {
        const auto fd = open_socket(at.family(), type, Role::Server, binds_non_blocking(type, options), options);
        if (!fd.ok()) {
            last = fd.error();
            continue;
        }
        if (bind(fd.value(), at.data(), at.length) == 0) return fd;
        last = {Op::Bind, errno};
        close_descriptor(fd.value());
    }
    return last;
}

base::Result<void> listen_on(int fd, int backlog) {
    if (listen(fd, backlog) != 0) return Error{Op::Listen, errno};
    return {};
}

namespace {

int accept_raw(int fd, address::SocketAddress& peer, bool close_on_exec) {
    peer.length = sizeof(peer.storage);
#ifdef SOCK_CLOEXEC
    return accept4(fd, peer.data(), &peer.length, close_on_exec ? SOCK_CLOEXEC : 0);
#else
    const int client = accept(fd, peer.data(), &peer.length);
    if (client >= 0) {
        if (close_on_exec) set_close_on_exec(client);
        set_blocking(client, true);
    }
    return client;
#endif
}

// The connection that queued is gone, or the network has an error pending for it: not an error of the server.
bool is_gone(int error) {
    switch (error) {
    case ECONNABORTED:
    case EPROTO:
    case ENETDOWN:
    case ENETUNREACH:
    case EHOSTDOWN:
    case EHOSTUNREACH:
#ifdef ENONET
    case ENONET:
#endif
        return true;
    default: return false;
    }
}

bool is_starved(int error) { return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM; }

// Whether accept4() might block, which has no flag against it: then a try needs a wait before it. Our mark of a
// listener that does not block goes if it does. The kernel is asked each time, since the mode is the open file's, and
// others who share it may have changed it (a php://fd stream of the same socket, ext/sockets, another process).
bool ask_whether_it_blocks(Socket socket) {
    const bool blocks = is_blocking(socket.fd);
    if (blocks) socket.memory.is_nonblocking = false;
    return blocks;
}

// No descriptor is free: a pause before one try more, for which the connection still waits in the listener's queue.
base::Result<void> back_off(const sched::Waiter& waiter, Socket socket, Tries& tries) {
    ++waiter.strand().scheduler.dispatcher().counts().starved;
    const int64_t pause_us = socket.memory.starvation.take_us();
    const auto waited = wait_a_piece(waiter, sched::Event::time(), pause_us, base::Deadline::never());
    tries.try_first();
    if (waited.ok() && ask_whether_it_blocks(socket)) tries.wait_first();
    return waited;
}

} // namespace

base::Result<Accepted> accept_from(const sched::Waiter& waiter, Socket socket, base::Deadline deadline,
                                   bool close_on_exec) {
    auto [fd, memory] = socket;
    Tries tries(waiter, Tries::Reads, fd, Tries::Parks, base::LazyDeadline(deadline), &memory.first_try);
    if (tries.tries_first() && ask_whether_it_blocks(socket)) tries.wait_first();
    bool has_backed_off = false;
    while (tries.next(sched::OnSignal::Return)) {
        Accepted accepted;
        accepted.fd = accept_raw(fd, accepted.peer, close_on_exec);
        const int error = errno;
        if (accepted.fd >= 0) {
            ++waiter.strand().scheduler.dispatcher().counts().accepted;
            memory.starvation.reset();
            tries.pass_on();
            return accepted;
        }
        if (is_starved(error) && !has_backed_off) {
            has_backed_off = true;
            const auto waited = back_off(waiter, socket, tries);
            if (!waited.ok()) return waited.error();
        } else {
            // (A socket that does not listen fails at once; stock polls first, so its call fails after that.)
            tries.fail({Op::Accept, error}, is_gone(error) || !tries.is_behind_wait());
        }
    }
    // The listener was shut down; a blocking accept() says this.
    if (tries.error().code == ESHUTDOWN) return Error{Op::Accept, EINVAL};
    return tries.error();
}

} // namespace uvstream::net
