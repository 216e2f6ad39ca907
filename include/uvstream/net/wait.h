#pragma once

#include "uvstream/base/result.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// Parks the strand; a wait that ends before its event is an error of the operation Wait: ETIMEDOUT, EINTR, ECANCELED.
base::Result<void> wait_for(const sched::Waiter& waiter, const sched::Event& event, base::Deadline deadline,
                            sched::OnSignal on_signal = sched::OnSignal::GoOn);

// What the descriptor is ready for at this moment; an error or a hang-up counts as both.
struct Readiness {
    bool to_read, to_write;
};
Readiness readiness_of(int fd);

} // namespace uvstream::net
