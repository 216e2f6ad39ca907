#include "uvstream/loop/wait_one.h"

#include <cerrno>

namespace uvstream::loop {

Waited wait_one(int fd, short events, base::Deadline deadline) {
    for (;;) {
        pollfd entry{fd, events, 0};
        const int ready = poll(&entry, 1, deadline.left_ms());
        if (ready > 0) return Waited::Ready;
        if (ready < 0 && errno != EINTR) return Waited::Ready;
        // Before the signal: one that is always pending must not keep the deadline from coming.
        if (deadline.left_ms() == 0) return Waited::TimedOut;
        if (ready < 0) return Waited::Interrupted;
        // A deadline further off than poll can say comes round again.
    }
}

} // namespace uvstream::loop
