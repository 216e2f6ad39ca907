#pragma once

#include "uvstream/libraries/file_locks.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

// A thread of PHP, whose C code makes calls that we have replaced, and what it remembers of those that wait.
class CallingThread {
  public:
    explicit CallingThread(sched::Scheduler& its) : scheduler(its) {}
    ~CallingThread() { end_request(); }
    CallingThread(const CallingThread&) = delete;
    CallingThread& operator=(const CallingThread&) = delete;

    // From here on the thread that calls this is known to be it, to end_request().
    void begin_request();
    void end_request();

    // That in which a call that may block is to let others run; null: the real function is to be called. What it looks
    // at first is a mark of the thread's own: libraries have threads that PHP knows nothing of.
    static CallingThread* to_park_in() {
        CallingThread* const its = current();
        return its != nullptr && !its->scheduler.may_block() ? its : nullptr;
    }

    sched::Scheduler& scheduler;
    FileLocks file_locks;

  private:
    static CallingThread* current();
};

// Whether a wait has ended so that the call is to be tried again.
inline bool is_to_try(sched::Woken woken) {
    return woken == sched::Woken::Ready || woken == sched::Woken::TimedOut || woken == sched::Woken::LookAgain;
}

// What a call returns whose wait has ended otherwise. Of its errno PHP's functions make no second call: some make one
// for each EINTR, which only a signal is.
int fail_call(sched::Woken woken);

} // namespace uvstream::libraries
