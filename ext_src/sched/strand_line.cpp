#include "uvstream/sched/strand_line.h"

#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

Woken StrandLine::wait(const Waiter& waiter, base::Deadline deadline, OnSignal on_signal) {
    return waiter.scheduler.park(waiter, Event::place(line_), deadline, on_signal);
}

Strand* StrandLine::first() const {
    const loop::WaitRecord* const record = line_.first_waiting();
    return record != nullptr ? static_cast<Strand*>(record->waiter) : nullptr;
}

void StrandLine::wake_first() {
    if (loop::WaitRecord* const record = line_.first_waiting()) record->fire(false);
}

} // namespace uvstream::sched
