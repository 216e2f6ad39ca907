#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/task/cancellation.h"

namespace uvstream::task {

// What a strand has entered and not left: timeout(), shield(), group(), run(). Each holds for the waits within it; a
// shield keeps off what is around it. Lies on the C stack of the function that has entered it: in a chain, whose head
// is in the strand's Body, and which is void after a fatal error.
struct Scope {
    base::Deadline limit = base::Deadline::never();
    const Cancellation* cancellation = nullptr; // null: nobody cancels it
    bool is_shield = false;
    Scope* outer = nullptr;
};

} // namespace uvstream::task
