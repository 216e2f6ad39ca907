#pragma once

#include <poll.h>

#include <sys/socket.h>
#include <sys/types.h>

namespace uvstream::libraries {

// Whether that is a socket with a peer. (A pair by which a library wakes itself has none that has a name.)
bool is_connected(int fd);

// A library knows of no other task: what a second one reads of a connection would be the answer that the first waits
// for, and what it writes would stand in the midst of the other's request. So a call that reads what another strand
// waits to read, or writes where another waits to write, fails; an exception says why; and the connection is at its
// end, for both. A descriptor that is no connection (a library's own pipe) is not guarded.
bool is_refused(int fd, bool reads, bool writes);

// The same of poll(2): how many of them, which are told to have hung up.
int refuse(pollfd* fds, nfds_t count);

// `kCall` with that before it.
template <auto kCall> struct Guarded;
template <class... Others, int (*kCall)(pollfd*, nfds_t, Others...)> struct Guarded<kCall> {
    static int polls(pollfd* fds, nfds_t count, Others... others) {
        const int refused = refuse(fds, count);
        return refused > 0 ? refused : kCall(fds, count, others...);
    }
};
template <class... Others, ssize_t (*kCall)(int, Others...)> struct Guarded<kCall> {
    static ssize_t reads(int fd, Others... others) { return is_refused(fd, true, false) ? -1 : kCall(fd, others...); }
    static ssize_t writes(int fd, Others... others) { return is_refused(fd, false, true) ? -1 : kCall(fd, others...); }
};

} // namespace uvstream::libraries
