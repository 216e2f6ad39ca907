#pragma once

#include "uvstream/base/result.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// How a wait ended, as a result: see wait_for(). The limit of a strand's waits and a deadlock are ECANCELED, too.
base::Result<void> result_of(sched::Woken woken);

// Parks the strand; a wait that ends before its event is an error of the operation Wait: ETIMEDOUT, EINTR, ECANCELED.
base::Result<void> wait_for(const sched::Waiter& waiter, const sched::Event& event, base::Deadline deadline,
                            sched::OnSignal on_signal = sched::OnSignal::GoOn);

// For the event at most so many microseconds, within the deadline: that this piece of the time is over is no error.
base::Result<void> wait_a_piece(const sched::Waiter& waiter, const sched::Event& event, int64_t us,
                                base::Deadline deadline, sched::OnSignal on_signal = sched::OnSignal::GoOn);

// Until there is something to read, for a caller that only peeks at it (MSG_PEEK): it leaves that where it is, so the
// next in the line of readers is woken, too.
base::Result<void> wait_to_peek(const sched::Waiter& waiter, int fd, base::Deadline deadline);

// What the descriptor is ready for at this moment; an error or a hang-up counts as both.
struct Readiness {
    bool to_read, to_write;
    bool is_broken; // an error or a hang-up
};
Readiness readiness_of(int fd);

} // namespace uvstream::net
