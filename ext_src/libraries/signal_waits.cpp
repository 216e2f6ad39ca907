// A signal is taken by the call itself, which alone tells all of it; a signalfd(2) says when there is one.
#include "uvstream/libraries/signal_waits.h"

#ifdef __linux__

#include <cerrno>

#include <sys/signalfd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/call_time.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

using base::Deadline;
using sched::Woken;

int (*sigtimedwait_real)(const sigset_t*, siginfo_t*, const timespec*) = nullptr;
int (*sigwaitinfo_real)(const sigset_t*, siginfo_t*) = nullptr;

namespace {

// Of one that is not blocked the system call alone can get hold: else its handler runs, or it ends the process.
bool are_blocked(const sigset_t* set) {
    sigset_t blocked;
    if (pthread_sigmask(SIG_BLOCK, nullptr, &blocked) != 0) return false;
    for (int signal = 1; signal < _NSIG; ++signal) {
        if (sigismember(set, signal) == 1 && sigismember(&blocked, signal) != 1) return false;
    }
    return true;
}

// -1 with EAGAIN where there is none.
int take_signal(const sigset_t* set, siginfo_t* info) {
    const timespec no_time = {};
    return ::sigtimedwait(set, info, &no_time);
}

int wait_for_signal(CallingThread& thread, const sigset_t* set, siginfo_t* info, Deadline deadline) {
    int signal = take_signal(set, info);
    if (signal >= 0 || errno != EAGAIN) return signal;
    const int arrivals = thread.descriptors.keep(signalfd(-1, set, SFD_CLOEXEC | SFD_NONBLOCK));
    if (arrivals < 0) return -1;
    for (bool is_over = false; !is_over && signal < 0 && errno == EAGAIN;) {
        const Woken woken = thread.park(sched::Event::readable(arrivals), deadline, sched::OnSignal::Return);
        is_over = woken == Woken::TimedOut || !is_to_try(woken);
        signal = is_over ? fail_call(woken, EAGAIN) : take_signal(set, info);
    }
    const base::KeptErrno kept;
    thread.descriptors.close(arrivals);
    return signal;
}

} // namespace

int sigtimedwait_parking(const sigset_t* set, siginfo_t* info, const timespec* timeout) {
    CallingThread* const thread = CallingThread::to_park_in();
    const bool waits = timeout != nullptr && is_time(*timeout) && !is_none(*timeout);
    if (thread == nullptr || !waits || !are_blocked(set)) return sigtimedwait_real(set, info, timeout);
    return wait_for_signal(*thread, set, info, Deadline::after_us(us_of(*timeout)));
}

int sigwaitinfo_parking(const sigset_t* set, siginfo_t* info) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || !are_blocked(set)) return sigwaitinfo_real(set, info);
    return wait_for_signal(*thread, set, info, Deadline::never());
}

} // namespace uvstream::libraries

#endif
