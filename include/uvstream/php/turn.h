#pragma once

#include "uvstream/sched/exclusive.h"

namespace uvstream::php {

// Has the running strand wait until no other is in the turn, of a function of PHP's that one at a time may be in. False
// where the wait ends otherwise, by an exception.
bool await_turn(sched::Exclusive& turn);

} // namespace uvstream::php
