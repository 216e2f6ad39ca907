#pragma once

#include <csignal>
#include <cstddef>
#include <cstdint>
#include <ctime>

#include <poll.h>

namespace uvstream::libraries {

// What a library is told whose wait is not to go on, because the task is cancelled or out of time.
enum class AtEnd : uint8_t {
    // The call fails. For a library that closes the connection then. If it asks again instead, it is as in the other.
    // (Its wait also ends, with nothing, when another task has taken what had come: tasks may share a curl_multi, as
    // that of an application's HTTP client, and who takes what came for another has that one look at it.)
    Fails,
    // Its connections end, as if the peer had closed them. For one that would use a connection again after an error:
    // it would take what it did not wait for, when that comes, for the answer to what it asks next.
    Breaks,
    // The call fails, however often it is made. For one that waits while nothing is under way on the connection.
    LeavesOpen,
};

// In the place of poll(2), ppoll(2) and what glibc has the compiler call for them (_FORTIFY_SOURCE), as libraries call
// them. What they return is what the real one says of the descriptors once one is ready.
template <AtEnd kAtEnd> int poll_parking(pollfd* fds, nfds_t count, int timeout_ms);
template <AtEnd kAtEnd> int ppoll_parking(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask);
template <AtEnd kAtEnd> int poll_chk_parking(pollfd* fds, nfds_t count, int timeout_ms, size_t size);
template <AtEnd kAtEnd>
int ppoll_chk_parking(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask, size_t size);
extern int (*poll_real)(pollfd* fds, nfds_t count, int timeout_ms);
extern int (*ppoll_real)(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask);
extern int (*poll_chk_real)(pollfd* fds, nfds_t count, int timeout_ms, size_t size);
extern int (*ppoll_chk_real)(pollfd* fds, nfds_t count, const timespec* timeout, const sigset_t* mask, size_t size);

} // namespace uvstream::libraries
