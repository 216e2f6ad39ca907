#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

// Between tries of a call whose success nothing announces: growing pauses, in which the others run.
class Pauses {
  public:
    Pauses(sched::Scheduler& scheduler, sched::OnSignal on_signal) : scheduler_(scheduler), on_signal_(on_signal) {}
    sched::Woken wait() {
        const auto deadline = base::Deadline::after_us(pause_.take_us());
        return scheduler_.park(sched::Waiter::of_call(scheduler_.current()), sched::Event::time(), deadline,
                               on_signal_);
    }

  private:
    sched::Scheduler& scheduler_;
    sched::OnSignal on_signal_;
    base::GrowingPause pause_{20};
};

} // namespace uvstream::libraries
