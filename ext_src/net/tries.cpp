#include "uvstream/net/tries.h"

#include <cerrno>
#include <utility>

#include <poll.h>

#include "uvstream/net/wait.h"

namespace uvstream::net {

using base::Error;
using base::Op;
using sched::Event;

namespace {

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

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

void Tries::begin_among_others() {
    if (!scheduler().begin_operation(waiter_)) {
        error_ = {Op::Wait, ECANCELED};
        step_ = Step::Over;
        return;
    }
    if (mode_ == Once) return;
    const bool is_to_queue = direction_ == Reads ? scheduler().has_readers(fd_) : scheduler().has_writers(fd_);
    if (is_to_queue) step_ = Step::Wait;
}

void Tries::wake_next() {
    if (direction_ == Reads) {
        scheduler().pass_on_reading(fd_);
    } else {
        scheduler().pass_on_writing(fd_);
    }
}

void Tries::fail(Error error, bool is_to_come) {
    if (error.code == EINTR && mode_ != Blocks) return;
    if (mode_ != Once && (is_to_come || would_block(error.code))) {
        if (first_try_ != nullptr && !is_behind_wait_) first_try_->was_in_vain();
        mode_ = Parks; // (the call does not block: the descriptor is non-blocking in the kernel)
        step_ = Step::Wait;
        return;
    }
    error_ = error;
    step_ = Step::Over;
}

bool Tries::wait(sched::OnSignal on_signal) {
    if (step_ == Step::Over) return false;
    const bool is_in_vain = was_ready_ && ++tries_in_vain_ > 1;
    const auto paused = is_in_vain ? pause(on_signal) : base::Result<void>{};
    const auto waited = paused.ok() ? park(on_signal) : paused;
    error_ = waited.error();
    has_stuck_error_ = error_.code == EAGAIN;
    if (!waited.ok() && !has_stuck_error_) return false;
    step_ = Step::Try;
    return is_behind_wait_ = true;
}

// Before it asks again whether the descriptor is ready, which has said so in vain. The first time it looks for the
// reason, and where there is one returns that as an error: ESHUTDOWN or EAGAIN, see error() and has_stuck_error().
base::Result<void> Tries::pause(sched::OnSignal on_signal) {
    const bool says_why = direction_ == Reads && !std::exchange(has_said_why_, true);
    const int reason = says_why ? reason_for_nothing(fd_) : 0;
    if (reason != 0) return Error{Op::Wait, reason};
    return wait_a_piece(waiter_, Event::time(), pause_.take_us(), deadline_.get(), on_signal);
}

// One that was the first in the line, and was woken in vain, is the first again.
base::Result<void> Tries::park(sched::OnSignal on_signal) {
    Event event = direction_ == Reads ? Event::readable(fd_) : Event::writable(fd_);
    event.as_first = was_ready_;
    const sched::Woken woken = scheduler().park(waiter_, event, deadline_.get(), on_signal);
    was_ready_ = woken == sched::Woken::Ready;
    return result_of(woken);
}

} // namespace uvstream::net
