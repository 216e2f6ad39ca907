#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/loop/wait_line.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// Strands that wait until another one says so, in the order in which they came. It lies on no C stack, and outlives
// those who wait.
class StrandLine {
  public:
    // Woken::Ready: somebody has woken this strand, whatever else has happened since.
    Woken wait(const Waiter& waiter, base::Deadline deadline, OnSignal on_signal = OnSignal::GoOn);

    bool is_empty() const { return line_.is_empty(); }

    // The first whom nobody has woken yet; null for none. wake_first() wakes that one.
    Strand* first() const;
    void wake_first();
    void wake_all() { line_.fire_all(); }

  private:
    loop::WaitLine line_;
};

} // namespace uvstream::sched
