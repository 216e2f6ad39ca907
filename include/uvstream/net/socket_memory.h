#pragma once

#include <cstdint>

#include "uvstream/base/first_try.h"

namespace uvstream::net {

// What operations on a socket remember of it from one to the next.
struct SocketMemory {
    base::FirstTry first_try;    // of a read or an accept
    uint8_t starved = 0;         // consecutive accepts that found no free descriptor
    bool is_nonblocking = false; // O_NONBLOCK in the kernel behind a stream that says "blocking" (listeners)
};

// A socket and its memory, which is its owner's and outlives the operation.
struct Socket {
    int fd;
    SocketMemory& memory;
};

} // namespace uvstream::net
