#pragma once

#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// How one strand leaves the thread to another. Made by the layer that knows what a strand runs on; without one there is
// only {main}, which waits in place.
struct Switcher {
    // Whether the running strand may be left now; else it waits in place.
    bool (*may_switch)();

    // Returns once somebody has switched back to `from`.
    void (*switch_to)(Strand& from, Strand& to);

    // All are parked, and nothing will ever wake one of them. `strand` is told by Woken::Deadlocked; this is to keep
    // who waits for what, while they still do.
    void (*fail)(Strand& strand);

    // A wait, or a yield, of the running strand has ended so that ends_strand() says yes. Told once for each, when the
    // strand stands in no line any more; what has waited fails then, and this may make the exception of it. (There may
    // be one already: user code that is being unwound waits, too.) Told as well when one that is cancelled gets what it
    // waited for, which does not fail, unless this sets its last_woken. May be null.
    void (*ended)(Strand& strand, Woken woken) = nullptr;

    // In the child of a fork: the strand is the parent's, and will never run here. May be null.
    void (*forgotten)(Strand& strand) = nullptr;
};

} // namespace uvstream::sched
