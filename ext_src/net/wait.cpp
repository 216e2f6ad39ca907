#include "uvstream/net/wait.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <poll.h>

namespace uvstream::net {

using base::Error;
using base::Op;
using sched::Woken;

namespace {

// Why a descriptor is readable that has nothing to read: ESHUTDOWN, EAGAIN (an error), 0 (no reason to be seen).
int reason_for_nothing(int fd) {
#ifdef POLLRDHUP
    const short shut = POLLRDHUP;
#else
    const short shut = 0;
#endif
    pollfd entry{fd, static_cast<short>(POLLIN | shut), 0};
    poll(&entry, 1, 0);
    if ((entry.revents & (POLLHUP | shut)) != 0) return ESHUTDOWN;
    return (entry.revents & (POLLERR | POLLNVAL)) != 0 ? EAGAIN : 0;
}

} // namespace

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
    return result_of(waiter.strand.scheduler.park(waiter, event, deadline, on_signal));
}

base::Result<void> wait_a_piece(const sched::Waiter& waiter, const sched::Event& event, int64_t us,
                                base::Deadline deadline, sched::OnSignal on_signal) {
    const auto end = base::Deadline::earlier(deadline, base::Deadline::after_us(us));
    const auto waited = wait_for(waiter, event, end, on_signal);
    const bool is_piece_over = waited.error().code == ETIMEDOUT && !deadline.passed();
    return is_piece_over ? base::Result<void>{} : waited;
}

base::Result<void> ReadyWait::next(base::Deadline deadline, sched::OnSignal on_signal) {
    if (was_ready_ && ++tries_in_vain_ > 1) {
        const bool may_say_why = event_.kind == sched::Event::Kind::Readable && !std::exchange(has_said_why_, true);
        const int reason = may_say_why ? reason_for_nothing(event_.fd) : 0;
        if (reason != 0) return Error{Op::Wait, reason};
        const auto paused = wait_a_piece(waiter_, sched::Event::time(), pause_us_, deadline, on_signal);
        if (!paused.ok()) return paused.error();
        pause_us_ = std::min(pause_us_ * 2, kLongestPauseUs);
    }
    const Woken woken = waiter_.strand.scheduler.park(waiter_, event_, deadline, on_signal);
    was_ready_ = woken == Woken::Ready;
    return result_of(woken);
}

Readiness readiness_of(int fd) {
    pollfd entry{fd, POLLIN | POLLOUT, 0};
    poll(&entry, 1, 0);
    const short broken = POLLERR | POLLHUP | POLLNVAL;
    const bool is_broken = (entry.revents & broken) != 0;
    return {(entry.revents & POLLIN) != 0 || is_broken, (entry.revents & POLLOUT) != 0 || is_broken, is_broken};
}

} // namespace uvstream::net
