#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/libraries/child_processes.h"
#include "uvstream/libraries/connection_turns.h"
#include "uvstream/libraries/file_locks.h"
#include "uvstream/libraries/name_calls.h"
#include "uvstream/libraries/own_descriptors.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"

namespace uvstream::libraries {

// Whether a signal that the script handles ends system calls, which else go on.
using DoSignalsEndCalls = bool (*)();

// A thread of PHP, whose C code makes calls that we have replaced, and what it remembers of those that wait.
struct CallingThread {
    CallingThread(sched::Scheduler& its, DoSignalsEndCalls its_signals)
        : scheduler(its), descriptors(its), do_signals_end_calls(its_signals) {}
    ~CallingThread();
    CallingThread(const CallingThread&) = delete;
    CallingThread& operator=(const CallingThread&) = delete;

    // From here on the thread that calls this is known to be it, to end_request().
    void begin_request();
    void end_request();

    // This thread; null for one that PHP knows nothing of, and outside of a request.
    static CallingThread* current();

    // That in which a call that may block is to let others run; null: the real function is to be called. What it looks
    // at first is a mark of the thread's own: libraries have threads that PHP knows nothing of.
    static CallingThread* to_park_in() {
        CallingThread* const its = current();
        return its != nullptr && !its->scheduler.may_block() ? its : nullptr;
    }

    // The strand that runs, in the call that it makes.
    sched::Waiter waiter() const { return sched::Waiter::of_call(scheduler.current()); }

    // Has it wait.
    sched::Woken park(const sched::Event& event, base::Deadline deadline, sched::OnSignal on_signal) const {
        return scheduler.park(waiter(), event, deadline, on_signal);
    }

    // What a signal does to a call that the system starts again after it.
    sched::OnSignal on_signal() const {
        return do_signals_end_calls() ? sched::OnSignal::Return : sched::OnSignal::LookAgain;
    }

    sched::Scheduler& scheduler;
    OwnDescriptors descriptors;
    FileLocks file_locks;
    LeftChildren left_children;
    FoundHost found_host;
    ConnectionTurns connections;     // libpq's
    sched::Turns turns;              // with what one strand at a time is in PHP's functions: see php/turn.h
    bool has_session_failed = false; // to lock its file, which it does not notice
    DoSignalsEndCalls do_signals_end_calls;
};

// Whether a wait has ended so that the call is to be tried again.
inline bool is_to_try(sched::Woken woken) {
    return woken == sched::Woken::Ready || woken == sched::Woken::TimedOut || woken == sched::Woken::LookAgain;
}

// What a call returns whose wait has ended otherwise. Of `error` PHP's function is to make no second call (as some do
// of EINTR, which only a signal is), and, where it can be had, no warning: an exception says what has happened.
int fail_call(sched::Woken woken, int error);

} // namespace uvstream::libraries
