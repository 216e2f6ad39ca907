#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/hidden_exception.h"

namespace uvstream::libraries {

// Between tries of a call whose success nothing announces: growing pauses, in which the others run. `event` ends one,
// where there is a descriptor that may say so.
class Pauses {
  public:
    Pauses(const CallingThread& thread, sched::OnSignal on_signal, const sched::Event& event = sched::Event::time())
        : thread_(thread), on_signal_(on_signal), event_(event) {}
    sched::Woken wait() { return thread_.park(event_, base::Deadline::after_us(pause_.take_us()), on_signal_); }

  private:
    const CallingThread& thread_;
    sched::OnSignal on_signal_;
    sched::Event event_;
    base::GrowingPause pause_{20};
};

// The same of a call that the strand's cancellation does not end, nor its limit: what it is for is the end itself.
class UncancelledPauses {
  public:
    explicit UncancelledPauses(const CallingThread& thread) : thread_(thread) {}

    // False, at once, where no other strand may run.
    bool wait() { return thread_.scheduler.pause(thread_.waiter(), base::Deadline::after_us(pause_.take_us())); }

  private:
    const CallingThread& thread_;
    const zend::HiddenException hidden_; // of which the others are to see nothing
    base::GrowingPause pause_{20};
};

} // namespace uvstream::libraries
