#pragma once

#include <cstddef>
#include <cstdint>

#include "uvstream/net/open_socket.h"
#include "uvstream/sched/scheduler.h"

// Bytes in and out of a descriptor: try first, wait second. Timeouts are in microseconds, negative for none, and
// start with the first wait.
namespace uvstream::net {

struct Window {
    char* data;
    size_t size;
};

// User code may have run during a wait and moved the buffer: says where to read to now. Size 0: do not read.
struct Refit {
    Window (*where)(void* owner, Window before);
    void* owner;
};

// Reads what is there, at least one byte unless the peer has ended (0). EAGAIN only with wait = false or when Refit
// said so.
base::Result<size_t> read_some(const sched::Waiter& waiter, int fd, Window into, bool wait, int64_t timeout_us,
                               Refit refit);

// Writes what fits, at least one byte. EAGAIN only with wait = false.
base::Result<size_t> write_some(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait,
                                int64_t timeout_us);

// sendto(2) with `to`, send(2) without. With wait, a stream socket takes all of it before this returns.
base::Result<size_t> send_to(const sched::Waiter& waiter, int fd, const char* data, size_t size, int flags, bool wait,
                             const sockaddr* to, socklen_t to_size);

// recvfrom(2), with no timeout, as in stock; EINTR, also as in stock, when a signal came that no handler was run for.
// `may_block`: the kernel may do the waiting, since the strand is alone and no handler needs to run meanwhile.
base::Result<size_t> receive_from(const sched::Waiter& waiter, int fd, Window into, int flags, bool wait,
                                  bool may_block, address::SocketAddress* from);

} // namespace uvstream::net
