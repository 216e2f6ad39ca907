#pragma once

#include <cstddef>
#include <list>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/lookup.h"

namespace uvstream::loop {

using Questions = std::list<Question*>;

// Questions of one kind of names: those that run, and those that wait for a slot, in order. One that has become slow
// holds up nobody: its slot is free again, as long as there are not too many in all.
struct Slots {
    struct Limits {
        size_t slots; // for questions that are not slow
        size_t most;  // that run, slow ones included
    };
    Slots(const Limits& its) : limits(its) {}
    const Limits limits;
    Questions queued, running; // each in the order of its beginning

    bool has_free() const;

    // When the next one becomes free because its question has become slow by then. Never: none is taken, or as many
    // questions run as may.
    base::Deadline next_free() const;
};

} // namespace uvstream::loop
