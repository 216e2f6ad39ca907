#include "uvstream/libraries/poll_call.h"

#ifdef __linux__

#include <algorithm>
#include <cerrno>

#include <sys/socket.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/libraries/call_time.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/connection_guard.h"
#include "uvstream/libraries/descriptors_wait.h"
#include "uvstream/libraries/pauses.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/frames.h"
#include "uvstream/zend/php_api.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::libraries {

using base::Deadline;
using base::Interest;
using sched::Woken;

int (*poll_real)(pollfd* fds, nfds_t count, int timeout_ms) = nullptr;
int (*ppoll_real)(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask) = nullptr;
int (*poll_chk_real)(pollfd* fds, nfds_t count, int timeout_ms, size_t size) = nullptr;
int (*ppoll_chk_real)(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask, size_t size) = nullptr;

namespace {

// What one of them is asked.
struct Call {
    pollfd* fds;
    nfds_t count;
    const sigset_t* mask; // of ppoll(2), null for none: for the looks only
    Deadline deadline;

    int look() const {
        const timespec none{};
        return mask != nullptr ? ppoll(fds, count, &none, mask) : poll(fds, count, 0);
    }
};

// What tells of the events. (A hang-up, of which one is always told, comes with either.)
Interest interest_of(const pollfd& one) {
    constexpr short kReads = POLLIN | POLLRDNORM | POLLRDHUP, kWrites = POLLOUT | POLLWRNORM;
    const int reads = (one.events & kReads) != 0 ? POLLIN : 0, writes = (one.events & kWrites) != 0 ? POLLOUT : 0;
    const int others = (one.events & (POLLPRI | POLLRDBAND)) != 0 ? POLLPRI : 0;
    const int none = (reads | writes) == 0 ? POLLIN : 0; // (the other end's going is to be read, too)
    return {one.fd, static_cast<short>(reads | writes | others | none), false};
}

Woken wait(CallingThread& thread, const Call& call) {
    constexpr nfds_t kFew = 8;
    Interest few[kFew];
    Interest* const many =
        call.count > kFew ? static_cast<Interest*>(safe_emalloc(call.count, sizeof(Interest), 0)) : nullptr;
    Interest* const interests = many != nullptr ? many : few;
    std::transform(call.fds, call.fds + call.count, interests, interest_of);
    const Woken woken = wait_for_any(thread, interests, call.count, call.deadline);
    if (many != nullptr) efree(many);
    return woken;
}

void break_connections(const Call& call) {
    for (const pollfd* it = call.fds; it != call.fds + call.count; ++it) {
        if (is_connected(it->fd)) shutdown(it->fd, SHUT_RDWR);
    }
}

// What an object's end tells the server is no wait that was cancelled with the task: it has a second's time.
int wait_to_the_end(CallingThread& thread, const Call& call) {
    constexpr int64_t kLongestUs = 1000000;
    const Deadline end = Deadline::earlier(call.deadline, Deadline::after_us(kLongestUs));
    UncancelledPauses pauses(thread);
    int ready;
    while ((ready = call.look()) == 0 && !end.passed()) {
        if (!pauses.wait()) return poll(call.fds, call.count, Deadline::to_ms(end.left_us()));
    }
    return ready;
}

// With nothing ready.
int end_of_wait(CallingThread& thread, const Call& call, Woken woken, AtEnd at_end) {
    if (woken == Woken::Failed) return call.look();                                            // which says why
    if (woken == Woken::Closed && at_end == AtEnd::Breaks) zend::throw_call_of_another_task(); // which has closed it
    if (woken == Woken::Interrupted || woken == Woken::Closed) return fail_call(woken, EBADF);
    if (at_end == AtEnd::Breaks) {
        const bool is_objects_end = sched::ends_strand(woken) && zend::is_objects_end();
        if (const int ready = is_objects_end ? wait_to_the_end(thread, call) : 0; ready > 0) return ready;
        break_connections(call);
        if (const int ready = call.look(); ready > 0) return ready;
    }
    return fail_call(woken, ECANCELED);
}

// Whether the wait ends, with nothing, when another task has taken what had come.
bool ends_in_vain(AtEnd at_end) { return at_end == AtEnd::Fails; }

int park(CallingThread& thread, const Call& call, AtEnd at_end) {
    const int errno_before = errno;
    // It has been told, as an exception is on its way, and asks again.
    const AtEnd at_its_end = at_end == AtEnd::Fails && EG(exception) != nullptr ? AtEnd::Breaks : at_end;
    Pauses pauses(thread, sched::OnSignal::Return);
    for (unsigned in_vain = 0;; ++in_vain) {
        // Another has taken what had come; or what has come is none of the events (POLLRDHUP alone), and stays.
        const Woken paused = in_vain > 1 ? pauses.wait() : Woken::TimedOut;
        const Woken woken = paused == Woken::TimedOut ? wait(thread, call) : paused;
        if (woken != Woken::Ready && woken != Woken::TimedOut) return end_of_wait(thread, call, woken, at_its_end);
        const int ready = call.look();
        if (ready == 0 && woken == Woken::Ready && !ends_in_vain(at_end)) continue;
        if (ready >= 0) errno = errno_before;
        return ready;
    }
}

// That in which it is to wait.
CallingThread* to_park_in(nfds_t count, bool waits) {
    constexpr nfds_t kMost = 1 << 20; // (more than the system allows a process, by default)
    return waits && count <= kMost ? CallingThread::to_park_in() : nullptr;
}

bool waits(const timespec* timeout) { return timeout == nullptr || (is_time(*timeout) && !is_none(*timeout)); }

Deadline deadline_of(const timespec* timeout) {
    return timeout != nullptr ? Deadline::after_us(us_of(*timeout)) : Deadline::never();
}

Deadline deadline_of(int timeout_ms) { return Deadline::after_us(timeout_ms < 0 ? -1 : int64_t{timeout_ms} * 1000); }

} // namespace

template <AtEnd kAtEnd> int poll_parking(pollfd* fds, nfds_t count, int timeout_ms) {
    CallingThread* const thread = to_park_in(count, timeout_ms != 0);
    if (thread == nullptr) return poll_real(fds, count, timeout_ms);
    return park(*thread, {fds, count, nullptr, deadline_of(timeout_ms)}, kAtEnd);
}

template <AtEnd kAtEnd> int ppoll_parking(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask) {
    CallingThread* const thread = to_park_in(count, waits(timeout));
    if (thread == nullptr) return ppoll_real(fds, count, timeout, mask);
    return park(*thread, {fds, count, mask, deadline_of(timeout)}, kAtEnd);
}

// (What there is no room for, the real one says. It ends the program.)
template <AtEnd kAtEnd> int poll_chk_parking(pollfd* fds, nfds_t count, int timeout_ms, size_t size) {
    CallingThread* const thread = to_park_in(count, timeout_ms != 0 && size / sizeof(*fds) >= count);
    if (thread == nullptr) return poll_chk_real(fds, count, timeout_ms, size);
    return park(*thread, {fds, count, nullptr, deadline_of(timeout_ms)}, kAtEnd);
}

template <AtEnd kAtEnd>
int ppoll_chk_parking(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask, size_t size) {
    CallingThread* const thread = to_park_in(count, waits(timeout) && size / sizeof(*fds) >= count);
    if (thread == nullptr) return ppoll_chk_real(fds, count, timeout, mask, size);
    return park(*thread, {fds, count, mask, deadline_of(timeout)}, kAtEnd);
}

template int poll_parking<AtEnd::Fails>(pollfd*, nfds_t, int);
template int poll_parking<AtEnd::Breaks>(pollfd*, nfds_t, int);
template int poll_parking<AtEnd::LeavesOpen>(pollfd*, nfds_t, int);
template int ppoll_parking<AtEnd::Fails>(pollfd*, nfds_t, const timespec*, const sigset_t*);
template int ppoll_parking<AtEnd::Breaks>(pollfd*, nfds_t, const timespec*, const sigset_t*);
template int ppoll_parking<AtEnd::LeavesOpen>(pollfd*, nfds_t, const timespec*, const sigset_t*);
template int poll_chk_parking<AtEnd::Fails>(pollfd*, nfds_t, int, size_t);
template int poll_chk_parking<AtEnd::Breaks>(pollfd*, nfds_t, int, size_t);
template int poll_chk_parking<AtEnd::LeavesOpen>(pollfd*, nfds_t, int, size_t);
template int ppoll_chk_parking<AtEnd::Fails>(pollfd*, nfds_t, const timespec*, const sigset_t*, size_t);
template int ppoll_chk_parking<AtEnd::Breaks>(pollfd*, nfds_t, const timespec*, const sigset_t*, size_t);
template int ppoll_chk_parking<AtEnd::LeavesOpen>(pollfd*, nfds_t, const timespec*, const sigset_t*, size_t);

} // namespace uvstream::libraries

#endif
