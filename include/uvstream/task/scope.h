#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/task/cancellation.h"

namespace uvstream::task {

struct Body;
class Group;

// What a strand has entered and not left: timeout(), shield(), group(), run(). Each holds for the waits within it; a
// shield keeps off what is around it. A Fiber of the script's own may be left in the middle of one, and be resumed by
// another strand: then it still is the first one's, and not the innermost maybe. Lies on the C stack of the function
// that has entered it: in a chain, whose head is in the strand's Body, and which is void after a fatal error.
struct Scope {
    base::Deadline limit = base::Deadline::never();
    const Cancellation* cancellation = nullptr; // null: nobody cancels it
    bool is_shield = false;
    Group* root = nullptr; // of a run(): what spawn() adds to within it
    Body* body = nullptr;  // of the strand that has entered it; null: that has ended
    Scope* outer = nullptr;
};

} // namespace uvstream::task
