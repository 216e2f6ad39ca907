#include "uvstream/net/connector.h"

#include <cerrno>
#include <string>

#include <netdb.h>

#include "uvstream/base/growing_pause.h"
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

// Through the resolver. (A fatal error in a signal handler meanwhile jumps past us: Scheduler::end_request() gives the
// look-up back.)
base::Result<void> look_up(const sched::Waiter& waiter, std::string_view host, uint16_t port, int socktype,
                           base::Deadline deadline, address::AddressList& addresses) {
    Found found{addresses, port};
    const sched::Answer answer =
        waiter.scheduler.look_up(waiter, std::string(host), socktype, deadline, add_found, &found);
    if (answer.woken != sched::Woken::Ready) return result_of(answer.woken);
    if (answer.status != 0) return Error{Op::Resolve, answer.status};
    if (addresses.size() == 0) return Error{Op::Resolve, EAI_NONAME};
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

int try_connect(int fd, const address::SocketAddress& to) { return connect(fd, to.data(), to.length) == 0 ? 0 : errno; }

// How a connect that was under way has ended: 0 or an errno.
int outcome_of(int fd) {
    int error = 0;
    socklen_t size = sizeof(error);
    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 ? errno : error;
}

} // namespace

base::Result<bool> connect_to(const sched::Waiter& waiter, int fd, const address::SocketAddress& to,
                              base::Deadline deadline, bool asynchronous) {
    int error = try_connect(fd, to);
    // A unix listener's queue is full, and nothing tells when there is room.
    base::GrowingPause pause(32);
    while (error == EAGAIN && !asynchronous && !deadline.is_now()) {
        const auto paused = wait_a_piece(waiter, sched::Event::time(), pause.take_us(), deadline);
        if (!paused.ok()) return paused.error();
        error = try_connect(fd, to);
    }
    if (error == EINPROGRESS && asynchronous) return false;
    if (error == EINPROGRESS) {
        const auto waited = wait_for(waiter, sched::Event::connected(fd, to.data()), deadline);
        if (!waited.ok()) return waited.error();
        error = outcome_of(fd);
    }
    if (error != 0) return Error{Op::Connect, error};
    return true;
}

} // namespace uvstream::net
