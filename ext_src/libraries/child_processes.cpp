// The end of one child is announced by a descriptor of it (Linux 5.3), which is waited for; that of any of several, or
// its being stopped, by nothing: it is looked for, with growing pauses.
#include "uvstream/libraries/child_processes.h"

#include <cerrno>

#include <sys/resource.h>
#include <sys/wait.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <unistd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/pauses.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/frames.h"

namespace uvstream::libraries {

using sched::Woken;

pid_t (*waitpid_real)(pid_t, int*, int) = nullptr;
pid_t (*wait4_real)(pid_t, int*, int, rusage*) = nullptr;
pid_t (*wait3_real)(int*, int, rusage*) = nullptr;
pid_t (*wait_real)(int*) = nullptr;

namespace {

// Negative where the system has none.
int open_process([[maybe_unused]] pid_t pid) {
#ifdef SYS_pidfd_open
    return static_cast<int>(syscall(SYS_pidfd_open, pid, 0)); // (close-on-exec)
#else
    return -1;
#endif
}

enum class Reaped { Yes, NotYet, NotOurs };

Reaped reap_process([[maybe_unused]] int process) {
#ifdef SYS_pidfd_open
    constexpr auto kByDescriptor = static_cast<idtype_t>(3); // P_PIDFD, Linux 5.4
    siginfo_t info = {};
    if (waitid(kByDescriptor, static_cast<id_t>(process), &info, WEXITED | WNOHANG) != 0) return Reaped::NotOurs;
    return info.si_pid != 0 ? Reaped::Yes : Reaped::NotYet;
#else
    return Reaped::NotOurs;
#endif
}

template <class Call> pid_t wait_in_pauses(const CallingThread& thread, Call call) {
    Pauses pauses(thread, thread.on_signal());
    pid_t ended;
    while ((ended = call()) == 0) {
        const Woken woken = pauses.wait();
        if (!is_to_try(woken)) return fail_call(woken, ECANCELED);
    }
    return ended;
}

// `is_left`: nobody will ask for the child again if this wait is cancelled.
template <class Call> pid_t wait_for_process(CallingThread& thread, pid_t pid, bool is_left, Call call) {
    const int process = thread.descriptors.keep(open_process(pid));
    if (process < 0) return wait_in_pauses(thread, call);
    pid_t ended;
    while ((ended = call()) == 0) {
        const Woken woken = thread.park(sched::Event::readable(process), base::Deadline::never(), thread.on_signal());
        if (is_to_try(woken)) continue;
        ended = fail_call(woken, ECANCELED);
        break;
    }
    const base::KeptErrno kept;
    if (ended < 0 && errno == ECANCELED && is_left) {
        thread.descriptors.release(process);
        thread.left_children.add(process);
    } else {
        thread.descriptors.close(process);
    }
    return ended;
}

// call(options) is the system call. `is_left` is asked where it parks: see wait_for_process().
template <class Call> pid_t wait_for(pid_t pid, int options, bool (*is_left)(), Call call) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || (options & WNOHANG) != 0) return call(options);
    thread->left_children.reap();
    const auto look = [&] { return call(options | WNOHANG); };
    const pid_t ended = look();
    if (ended != 0) return ended;
    const bool is_announced = pid > 0 && (options & (WUNTRACED | WCONTINUED)) == 0;
    return is_announced ? wait_for_process(*thread, pid, is_left(), look) : wait_in_pauses(*thread, look);
}

// Who may ask for the child again: a script that waits by pcntl has its number; one that has closed a pipe has not.
bool is_without_number() { return !zend::is_within_function_of("pcntl"); }
bool is_the_scripts() { return false; }
bool is_ours() { return true; }

} // namespace

void LeftChildren::reap() {
    for (size_t i = list_.size(); i-- > 0;) {
        if (reap_process(list_[i]) == Reaped::NotYet) continue;
        close(list_[i]);
        list_.erase(list_.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

void LeftChildren::forget() {
    for (const int process : list_) close(process);
    list_.clear();
}

pid_t waitpid_parking(pid_t pid, int* status, int options) {
    return wait_for(pid, options, is_without_number, [&](int with) { return waitpid_real(pid, status, with); });
}

pid_t wait4_parking(pid_t pid, int* status, int options, rusage* usage) {
    return wait_for(pid, options, is_the_scripts, [&](int with) { return wait4_real(pid, status, with, usage); });
}

pid_t wait3_parking(int* status, int options, rusage* usage) {
    return wait_for(-1, options, is_the_scripts, [&](int with) { return wait3_real(status, with, usage); });
}

pid_t wait_parking(int* status) {
    return wait_for(-1, 0, is_the_scripts,
                    [&](int with) { return with == 0 ? wait_real(status) : waitpid(-1, status, with); });
}

pid_t wait_for_own_child(pid_t pid, int* status) {
    pid_t ended;
    do {
        ended = wait_for(pid, 0, is_ours, [&](int with) { return waitpid(pid, status, with); });
    } while (ended < 0 && errno == EINTR);
    return ended;
}

} // namespace uvstream::libraries
