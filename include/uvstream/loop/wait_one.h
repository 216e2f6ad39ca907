#pragma once

#include <poll.h>

#include "uvstream/base/deadline.h"

namespace uvstream::loop {

// How a wait ended. A descriptor that is in error, hung up or closed is Ready: the operation itself says what is wrong.
enum class Waited { Ready, TimedOut, Interrupted };

// Waits on one descriptor without a loop: one poll(2). With fd -1 it only waits for the time.
Waited wait_one(int fd, short events, base::Deadline deadline);

} // namespace uvstream::loop
