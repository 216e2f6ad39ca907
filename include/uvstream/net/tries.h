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
// Strands are served in the order in which they came: one that finds others waiting in its direction waits behind them,
// and one that has succeeded wakes the next. (Only those that may wait: who may not takes what is there.)
//
// A descriptor that is ready and then has nothing was another process's, and is waited for again. Where that goes on,
// it is ready for something else, or it lies: from the second try in vain on a pause comes before the next, and each
// looks at the deadline. So nothing spins.
class Tries {
  public:
    enum Direction : uint8_t { Reads, Writes };
    enum Mode : uint8_t {
        Once,   // the first try that has to wait is the last
        Parks,  // the strand
        Blocks, // in the call itself, for as long as that does; then it parks. Only a strand that is alone
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

    // For the call, those of send(2) and recv(2); it may turn from Blocks to Parks.
    int flags() const { return mode_ == Blocks ? 0 : MSG_DONTWAIT; }
    bool parks() const { return mode_ == Parks; }

    // The call has failed: EINTR is tried again at once, and what would block, or whatever else `is_to_come` is said
    // of, waits. Anything else ends it.
    void fail(base::Error error, bool is_to_come = false);

    // The next try has a wait before it, or has none.
    void wait_first() { step_ = Step::Wait; }
    void try_first() {
        step_ = Step::Try;
        is_behind_wait_ = false;
    }
    bool tries_first() const { return step_ == Step::Try; }

    // The call has succeeded, and the operation goes on with the rest.
    void advance() { tries_in_vain_ = 0; }

    // It is over, and the next in the line is to look: after a success, and where others have had it first.
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

    // The descriptor stays readable and has nothing, because of an error that nothing takes out of its queue.
    bool has_stuck_error() const { return has_stuck_error_; }

    // Whether anybody else may have run since the operation began, and moved what it works on.
    bool may_others_have_run() const { return is_behind_wait_ || is_among_others(); }

  private:
    enum class Step : uint8_t { Try, Wait, Over };

    sched::Scheduler& scheduler() const { return waiter_.strand.scheduler; }
    bool is_among_others() const { return scheduler().dispatcher().strands() > 1; }
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
