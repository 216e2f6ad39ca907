#include "uvstream/libraries/descriptors_wait.h"

#include <cstdint>

#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

using base::Interest;
using sched::Woken;

namespace {

// (Each number only grows.)
uint64_t resets_of(sched::Scheduler& scheduler, const Interest* interests, size_t count) {
    uint64_t sum = 0;
    for (const Interest* it = interests; it != interests + count; ++it) {
        if (it->fd >= 0) sum += scheduler.resets(it->fd);
    }
    return sum;
}

} // namespace

Woken wait_for_any(CallingThread& thread, Interest* interests, size_t count, base::Deadline deadline) {
    const uint64_t before = resets_of(thread.scheduler, interests, count);
    const Woken woken = thread.scheduler.select(thread.scheduler.current(), interests, count, deadline);
    return resets_of(thread.scheduler, interests, count) == before ? woken : Woken::Closed;
}

} // namespace uvstream::libraries
