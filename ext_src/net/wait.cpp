#include "uvstream/net/wait.h"

#include <cerrno>

#include <poll.h>

namespace uvstream::net {

using base::Error;
using base::Op;
using sched::Woken;

base::Result<void> result_of(Woken woken) {
    switch (woken) {
    case Woken::Ready:
    case Woken::LookAgain: break;
    case Woken::TimedOut: return Error{Op::Wait, ETIMEDOUT};
    case Woken::Interrupted: return Error{Op::Wait, EINTR};
    default: return Error{Op::Wait, ECANCELED};
    }
    return {};
}

base::Result<void> wait_for(const sched::Waiter& waiter, const sched::Event& event, base::Deadline deadline,
                            sched::OnSignal on_signal) {
    return result_of(waiter.scheduler.park(waiter, event, deadline, on_signal));
}

base::Result<void> wait_a_piece(const sched::Waiter& waiter, const sched::Event& event, int64_t us,
                                base::Deadline deadline, sched::OnSignal on_signal) {
    const auto end = base::Deadline::earlier(deadline, base::Deadline::after_us(us));
    const auto waited = wait_for(waiter, event, end, on_signal);
    const bool is_piece_over = waited.error().code == ETIMEDOUT && !deadline.passed();
    return is_piece_over ? base::Result<void>{} : waited;
}

base::Result<void> wait_to_peek(const sched::Waiter& waiter, int fd, base::Deadline deadline) {
    const auto waited = wait_for(waiter, sched::Event::readable(fd), deadline);
    if (waited.ok()) waiter.scheduler.pass_on_reading(fd);
    return waited;
}

Readiness readiness_of(int fd) {
    pollfd entry{fd, POLLIN | POLLOUT, 0};
    poll(&entry, 1, 0);
    const short broken = POLLERR | POLLHUP | POLLNVAL;
    const bool is_broken = (entry.revents & broken) != 0;
    return {(entry.revents & POLLIN) != 0 || is_broken, (entry.revents & POLLOUT) != 0 || is_broken, is_broken};
}

} // namespace uvstream::net
