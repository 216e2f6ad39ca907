#pragma once

#include <cstdint>

namespace uvstream::base {

// One descriptor in one of the three sets of a selection, and the answer.
struct Interest {
    int fd;           // below 0: none
    short events;     // POLLIN, POLLOUT or POLLPRI, or the first two
    bool is_ours;     // the scheduler is told of its end, so that it may stay registered
    uint32_t tag = 0; // the caller's own

    // By the rules of select(2): a hang-up counts as readable, an error as readable and writable.
    bool is_met = false;
    bool is_closed = false; // no such descriptor

    bool is_registered = false; // during a look: the loop tells, not poll(2)
    uint8_t records = 0;        // during a wait: of how many places in lines it is told
};

} // namespace uvstream::base
