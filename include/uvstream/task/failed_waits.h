#pragma once

#include "uvstream/sched/event.h"
#include "uvstream/sched/strand.h"

namespace uvstream::task {

// A wait of the running strand has ended by its cancellation, its limit, or a deadlock: throws what that is to a
// script. What waited then fails.
void fail_wait(sched::Strand& strand, sched::Woken woken);

} // namespace uvstream::task
