#include "uvstream/loop/poll_wait.h"

#include <algorithm>
#include <cerrno>
#include <ctime>

#include "uvstream/loop/own_signals.h"

namespace uvstream::loop {

namespace {

// How long one takes that poll(2) refuses, for want of memory.
constexpr int64_t kRefusedPauseUs = 10000;

int poll_once(pollfd* entries, size_t count, base::Deadline deadline) {
    const auto size = static_cast<nfds_t>(count);
    if (deadline.is_never()) return poll(entries, size, -1);
    const int64_t left_us = deadline.left_us();
#if defined(__linux__) || defined(__FreeBSD__)
    // ppoll() costs more, for it also says what is left of the time. A longer wait may as well end up to a millisecond
    // late.
    constexpr int64_t kPreciseBelowUs = 1000000;
    if (left_us > 0 && left_us < kPreciseBelowUs) {
        const timespec left{0, static_cast<long>(left_us * 1000)};
        return ppoll(entries, size, &left, nullptr);
    }
#endif
    return poll(entries, size, base::Deadline::to_ms(left_us));
}

int poll_heard(pollfd* entries, size_t count, base::Deadline deadline) {
    int ready = -1;
    errno = EINTR;
    if (OwnSignals::begin_wait()) ready = poll_once(entries, count, deadline);
    OwnSignals::end_wait();
    return ready;
}

} // namespace

Waited wait_for_any(pollfd* entries, size_t count, base::Deadline deadline) {
    for (;;) {
        const int ready = poll_heard(entries, count, deadline);
        if (ready > 0) return Waited::Ready;
        if (ready < 0 && errno != EINTR) return Waited::Failed;
        if (ready < 0 && OwnSignals::attend()) continue;
        // Before the signal: one that is always pending must not keep the deadline from coming.
        if (deadline.passed()) return Waited::TimedOut;
        if (ready < 0) return Waited::Interrupted;
        // A deadline further off than poll can say comes round again.
    }
}

void pause_after_refusal(base::Deadline deadline) {
    const int64_t left_us = deadline.is_never() ? kRefusedPauseUs : std::min(deadline.left_us(), kRefusedPauseUs);
    const timespec pause{0, static_cast<long>(left_us * 1000)};
    nanosleep(&pause, nullptr);
}

Waited wait_one(int fd, short events, base::Deadline deadline) {
    pollfd entry{fd, events, 0};
    const Waited waited = wait_for_any(&entry, 1, deadline);
    if (waited != Waited::Failed) return waited;
    pause_after_refusal(deadline);
    return deadline.passed() ? Waited::TimedOut : Waited::Ready;
}

} // namespace uvstream::loop
