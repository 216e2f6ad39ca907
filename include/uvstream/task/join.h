#pragma once

#include "uvstream/task/body.h"
#include "uvstream/task/group.h"

namespace uvstream::task {

// The end of a scope: the strand that has opened the group waits until all in it have ended. What the function within
// has thrown, and what ends this wait (a cancellation, a deadline, a deadlock, a handler's exception), cancels them,
// and is a failure of the group's. exit() waits for nobody; nor can one wait where no other strand may run.
void join(Body& opener, Group& group);

} // namespace uvstream::task
