#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/loop/wait_line.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// Something that one strand at a time may do, while the others wait in line. It belongs to what is worked on, and lies
// on no C stack. Nobody has to tidy up after a strand that is buried, or gone in a fork's child: who waits stands there
// with a record of the strand's own, and the strand knows what it has taken.
class Exclusive {
  public:
    Exclusive() = default;
    ~Exclusive();
    Exclusive(const Exclusive&) = delete;
    Exclusive& operator=(const Exclusive&) = delete;

    bool is_taken() const { return taken_by_ != nullptr; }
    bool is_taken_by(const Strand& strand) const { return taken_by_ == &strand; }

    // Whether somebody waits for it.
    bool is_awaited() const { return !line_.is_empty(); }

    // Nobody has it.
    void take(Strand& strand);

    // By the strand that has it: the first in line is woken. Does nothing where nobody has it any more.
    void give_back();

    // Waits until nobody has it, in the order of those who came. Then the caller may take it, as long as it does not
    // wait for anything in between. Not for the strand that has it. If it returns anything but Woken::Ready, this may
    // be destroyed.
    Woken wait(const Waiter& waiter, base::Deadline deadline, OnSignal on_signal = OnSignal::GoOn);

    // All that wait end with Woken::Closed.
    void cancel_waits() { line_.close(true); }

    // The strand that has what a parked one waits for in line; null if it waits for something else.
    static const Strand* holder_before(const Strand& parked);

    // Of a strand that will not run again.
    static void give_back_all(Strand& strand);

  private:
    Strand* taken_by_ = nullptr;
    Exclusive* next_ = nullptr; // of those that the same strand has
    loop::WaitLine line_;
};

} // namespace uvstream::sched
