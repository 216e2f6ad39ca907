#pragma once

#include <cstddef>
#include <list>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/job.h"

namespace uvstream::loop {

using JobList = std::list<Job*>;

// Jobs of one kind: those that run, and those that wait for a slot, in order. One that has become slow holds up nobody:
// its slot is free again, as long as there are not too many in all.
struct Slots {
    struct Limits {
        size_t slots; // for jobs that are not slow
        size_t most;  // that run, slow ones included
    };
    Slots(const Limits& its) : limits(its) {}
    const Limits limits;
    JobList queued, running; // each in the order of its beginning

    bool has_free() const;

    // When the next one becomes free because its job has become slow by then. Never: none is taken, or as many jobs run
    // as may.
    base::Deadline next_free() const;
};

} // namespace uvstream::loop
