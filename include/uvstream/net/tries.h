#pragma once

#include <cstddef>
#include <cstdint>

#include <sys/socket.h>
#include <sys/types.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/first_try.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/base/result.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// The tries of one operation on a descriptor, and the waits between them:
//
//     Tries tries(waiter, Tries::Reads, fd, Tries::Parks, deadline);
//     while (tries.next(on_signal)) {
//         const ssize_t got = recv(fd, data, size, tries.flags());
//         if (got >= 0) return tries.succeed(static_cast<size_t>(got));
//         tries.fail({Op::Receive, errno});
//     }
//     return tries.error();
//
// Among several strands the descriptor's line keeps the order in which they came: an operation that finds others
// waiting in its direction waits behind them before its first try, and one that has succeeded wakes the next. (An
// operation that may not wait takes what is there.)
//
// A try that finds nothing although the wait before it said "ready" waits again: another process has taken it. If that
// happens a second time in one operation, the kernel may call the descriptor ready for ever (an error, a read side that
// was shut down): then a pause comes before each further wait, and each looks at the deadline, so that nothing spins.
class Tries {
  public:
    enum Direction : uint8_t { Reads, Writes };
    enum Mode : uint8_t {
        Once,   // it does not wait: EAGAIN ends it
        Parks,  // it parks the strand
        Blocks, // the call itself may block in the kernel; if it says EAGAIN, as Parks. Only for a strand that is alone
    };

    // Begins the operation: others may run first. `first_try`, if there is one, is the descriptor's, and says whether
    // to try at all before the first wait.
    Tries(const sched::Waiter& waiter, Direction direction, int fd, Mode mode, base::LazyDeadline deadline,
          base::FirstTry* first_try = nullptr)
        : waiter_(waiter), deadline_(deadline), first_try_(first_try), fd_(fd), direction_(direction), mode_(mode) {
        if (is_among_others()) begin_among_others();
        if (mode != Once && first_try != nullptr && step_ == Step::Try && !first_try->begin()) step_ = Step::Wait;
    }

    // Whether to try now; waits before, if it has to. If not, see error(). Whoever asks again after an error of a wait
    // goes on waiting.
    bool next(sched::OnSignal on_signal) { return step_ == Step::Try || wait(on_signal); }

    // For the call; it may turn from Blocks to Parks.
    bool may_block() const { return mode_ == Blocks; }
    int flags() const { return may_block() ? 0 : MSG_DONTWAIT; } // those of recv(2)
    bool parks() const { return mode_ == Parks; }

    // The call has failed: EINTR is tried again at once, and what would block, or whatever else `is_to_come` is said
    // of, waits. Anything else ends it.
    void fail(base::Error error, bool is_to_come = false);

    // Whether a wait comes before the next try.
    void wait_first() { step_ = Step::Wait; }
    void try_first() {
        step_ = Step::Try;
        is_behind_wait_ = false;
    }
    bool tries_first() const { return step_ == Step::Try; }
    bool is_to_wait() const { return step_ == Step::Wait; }

    // The call has succeeded in part, and the operation goes on with the rest.
    void advance() { tries_in_vain_ = 0; }

    // At the operation's end: the next in the line is to look. After a success, and where a strand that was before us
    // has left in the stream's buffer what we came for: the kernel says nothing of that.
    void pass_on() {
        if (is_among_others()) wake_next();
    }
    base::Result<size_t> succeed(size_t bytes) {
        pass_on();
        return bytes;
    }

    // Why there is no next try: what the call said; or, of the operation Wait, ETIMEDOUT, EINTR, ECANCELED; or
    // ESHUTDOWN, once: the descriptor stays readable and has nothing, since its read side is shut down.
    const base::Error& error() const { return error_; }

    // Whether this try comes behind a wait; and whether that said "ready", rather than that user code has run.
    bool is_behind_wait() const { return is_behind_wait_; }
    bool was_ready() const { return was_ready_; }

    // The descriptor stays readable and has nothing, because of an error that nothing takes out of its queue (of
    // IP_RECVERR).
    bool has_stuck_error() const { return has_stuck_error_; }

  private:
    enum class Step : uint8_t { Try, Wait, Over };

    sched::Scheduler& scheduler() const { return waiter_.scheduler; }
    bool is_among_others() const { return scheduler().dispatcher().has_others(); }
    void begin_among_others();
    void wake_next();
    bool wait(sched::OnSignal on_signal);
    base::Result<void> pause(sched::OnSignal on_signal);
    base::Result<void> park(sched::OnSignal on_signal);

    const sched::Waiter& waiter_;
    base::LazyDeadline deadline_;
    base::FirstTry* const first_try_;
    base::Error error_;
    const int fd_;
    const Direction direction_;
    Mode mode_;
    Step step_ = Step::Try;
    bool is_behind_wait_ = false;
    bool was_ready_ = false;
    bool has_said_why_ = false;
    bool has_stuck_error_ = false;
    base::GrowingPause pause_{64};
    unsigned tries_in_vain_ = 0; // behind a wait that said ready
};

} // namespace uvstream::net
