#pragma once

#include <cstddef>

#include <poll.h>

#include "uvstream/base/deadline.h"

namespace uvstream::loop {

// How a wait ended. A descriptor that is in error, hung up or closed is Ready: the operation itself says what is wrong.
// Failed: the system refused to wait, errno says why.
enum class Waited { Ready, TimedOut, Interrupted, Failed };

// Waits without a loop: one poll(2). With fd -1 an entry is passed over, and with nothing else it waits for the time.
Waited wait_for_any(pollfd* entries, size_t count, base::Deadline deadline);

// After a wait that Failed: who asks again and again must not take all the time there is. Not beyond the deadline.
void pause_after_refusal(base::Deadline deadline);

// On one descriptor; never Failed, which would leave its caller nothing better to do than to try.
Waited wait_one(int fd, short events, base::Deadline deadline);

} // namespace uvstream::loop
