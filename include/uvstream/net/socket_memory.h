#pragma once

#include "uvstream/base/first_try.h"
#include "uvstream/base/growing_pause.h"

namespace uvstream::net {

// What operations on a socket remember of it from one to the next.
struct SocketMemory {
    base::FirstTry first_try;           // of a read or an accept
    base::GrowingPause starvation{100}; // of accepts that find no free descriptor, from one to the next
    bool is_nonblocking = false;        // O_NONBLOCK in the kernel behind a stream that says "blocking" (listeners)
};

// A socket and its memory, which is its owner's and outlives the operation.
struct Socket {
    int fd;
    SocketMemory& memory;
};

} // namespace uvstream::net
