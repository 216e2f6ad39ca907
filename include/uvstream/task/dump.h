#pragma once

#include "uvstream/sched/strand.h"
#include "uvstream/task/whereabouts.h"

namespace uvstream::task {

// What all strands of the thread do: {main}, and below each strand the tasks of the scopes that it has opened.
void append_dump(Text& text, Where from);

// A strand has kept the thread to itself for so long: said once of each place of the script's, in the log.
void tell_hold(sched::Strand& strand, int64_t us);

} // namespace uvstream::task
