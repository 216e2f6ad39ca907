#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/loop/job.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

// Parks the strand until a thread has done the job, which is given away; calls take(job) then. If the wait ends
// otherwise the job is left to its thread. (After a fatal error in `take` it goes when the strand is buried.)
template <class Job, class Take> void wait_for_job(const Waiter& waiter, Job* job, Take take) {
    Scheduler& scheduler = waiter.scheduler;
    loop::Ticket* const ticket = scheduler.begin_job(waiter.strand(), job);
    if (scheduler.park(waiter, Event::answer(ticket), base::Deadline::never()) == Woken::Ready) take(*job);
    scheduler.give_back(ticket);
}

} // namespace uvstream::sched
