#pragma once

#include "uvstream/base/result.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// How a wait ended, as a result: see wait_for().
base::Result<void> result_of(sched::Woken woken);

// Parks the strand; a wait that ends before its event is an error of the operation Wait: ETIMEDOUT, EINTR, ECANCELED.
base::Result<void> wait_for(const sched::Waiter& waiter, const sched::Event& event, base::Deadline deadline,
                            sched::OnSignal on_signal = sched::OnSignal::GoOn);

// For the event at most so many microseconds, within the deadline: that this piece of the time is over is no error.
base::Result<void> wait_a_piece(const sched::Waiter& waiter, const sched::Event& event, int64_t us,
                                base::Deadline deadline, sched::OnSignal on_signal = sched::OnSignal::GoOn);

// The waits of one operation that tries, and waits for its descriptor where that was in vain.
//
// A descriptor that is ready and then has nothing was another process's, and is waited for again. Where that goes on,
// it is ready for something else, or it lies: from the second try in vain on a pause comes before the next, up to
// kLongestPauseUs, and each looks at the deadline. So nothing spins.
class ReadyWait {
  public:
    ReadyWait(const sched::Waiter& waiter, const sched::Event& event) : waiter_(waiter), event_(event) {}

    // Until the next try. As wait_for(); and once, of an event to read, what keeps the descriptor ready although it has
    // nothing: ESHUTDOWN (its read side was shut down), EAGAIN (an error in a queue of its own).
    // Whoever asks again after that goes on waiting.
    base::Result<void> next(base::Deadline deadline, sched::OnSignal on_signal);

    // Whether the last wait ended since the descriptor was ready, and not because user code had run.
    bool was_ready() const { return was_ready_; }

  private:
    static constexpr int64_t kLongestPauseUs = 64000;

    const sched::Waiter& waiter_;
    const sched::Event event_;
    bool was_ready_ = false;
    bool has_said_why_ = false;
    unsigned tries_in_vain_ = 0; // behind a wait that said ready
    int64_t pause_us_ = 1000;
};

// What the descriptor is ready for at this moment; an error or a hang-up counts as both.
struct Readiness {
    bool to_read, to_write;
    bool is_broken; // an error or a hang-up
};
Readiness readiness_of(int fd);

} // namespace uvstream::net
