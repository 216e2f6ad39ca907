#include "uvstream/net/wait.h"

#include <cerrno>

#include <poll.h>

namespace uvstream::net {

base::Result<void> wait_for(const sched::Waiter& waiter, const sched::Event& event, base::Deadline deadline,
                            sched::OnSignal on_signal) {
    switch (waiter.strand.scheduler.park(waiter, event, deadline, on_signal)) {
    case sched::Woken::Ready: break;
    case sched::Woken::TimedOut: return base::Error{base::Op::Wait, ETIMEDOUT};
    case sched::Woken::Interrupted: return base::Error{base::Op::Wait, EINTR};
    case sched::Woken::Cancelled: return base::Error{base::Op::Wait, ECANCELED};
    }
    return {};
}

Readiness readiness_of(int fd) {
    pollfd entry{fd, POLLIN | POLLOUT, 0};
    poll(&entry, 1, 0);
    const short broken = POLLERR | POLLHUP | POLLNVAL;
    return {(entry.revents & (POLLIN | broken)) != 0, (entry.revents & (POLLOUT | broken)) != 0};
}

} // namespace uvstream::net
