#include "uvstream/net/connector.h"

#include <algorithm>
#include <cerrno>
#include <string>

#include <netdb.h>

#include "uvstream/net/wait.h"

namespace uvstream::net {

using base::Error;
using base::Op;

namespace {

struct Found {
    address::AddressList& addresses;
    uint16_t port;
};

void add_found(void* to, const addrinfo& one) {
    const auto& [addresses, port] = *static_cast<const Found*>(to);
    if (one.ai_family != AF_INET && one.ai_family != AF_INET6) return;
    auto item = address::SocketAddress::copy_of(one.ai_addr, one.ai_addrlen);
    item.set_port(port);
    addresses.add(item);
}

// (A fatal error's look-up is swept up by Scheduler::end_request().)
base::Result<void> look_up(const sched::Waiter& waiter, std::string_view host, uint16_t port, int socktype,
                           base::Deadline deadline, address::AddressList& addresses) {
    Found found{addresses, port};
    const sched::Answer answer =
        waiter.strand.scheduler.look_up(waiter, std::string(host), socktype, deadline, add_found, &found);
    if (answer.woken != sched::Woken::Ready) return result_of(answer.woken);
    if (answer.status != 0) return Error{Op::Resolve, answer.status};
    if (addresses.size == 0) return Error{Op::Resolve, EAI_NONAME};
    return {};
}

} // namespace

base::Result<void> resolve(const sched::Waiter& waiter, std::string_view host, uint16_t port, int socktype,
                           base::Deadline deadline, address::AddressList& addresses) {
    const auto numeric = address::parse_numeric(host, port);
    if (!numeric.ok()) return numeric.error();
    if (numeric.value()) {
        addresses.add(*numeric.value());
        return {};
    }
    return look_up(waiter, host, port, socktype, deadline, addresses);
}

namespace {

constexpr int64_t kLongestPauseUs = 32000;

int try_connect(int fd, const address::SocketAddress& to) { return connect(fd, to.data(), to.length) == 0 ? 0 : errno; }

} // namespace

base::Result<bool> connect_to(const sched::Waiter& waiter, int fd, const address::SocketAddress& to,
                              base::Deadline deadline, bool asynchronous) {
    int error = try_connect(fd, to);
    // A unix listener's queue is full, and nothing tells when there is room.
    for (int64_t pause_us = 1000; error == EAGAIN && !asynchronous && !deadline.is_now(); pause_us *= 2) {
        pause_us = std::min(pause_us, kLongestPauseUs);
        const auto paused = wait_a_piece(waiter, sched::Event::time(), pause_us, deadline);
        if (!paused.ok()) return paused.error();
        error = try_connect(fd, to);
    }
    if (error == 0) return true;
    if (error != EINPROGRESS) return Error{Op::Connect, error};
    if (asynchronous) return false;
    const auto waited = wait_for(waiter, sched::Event::writable(fd), deadline);
    if (!waited.ok()) return waited.error();
    error = 0;
    socklen_t size = sizeof(error);
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
    if (error != 0) return Error{Op::Connect, error};
    return true;
}

} // namespace uvstream::net
