#pragma once

#include <cstddef>
#include <cstdint>

#include <sys/socket.h>

#include "uvstream/address/socket_address.h"
#include "uvstream/base/result.h"
#include "uvstream/net/socket_memory.h"
#include "uvstream/net/tries.h"
#include "uvstream/sched/scheduler.h"

// Bytes in and out of a descriptor: try first, wait second.
namespace uvstream::net {

struct Window {
    char* data;
    size_t size;
};

// User code or another strand may have run within the operation and moved the buffer: says where to read to now. Size
// 0: do not read, there is something in the buffer. Called before a try, also where nothing has changed.
struct Refit {
    Window (*where)(void* owner, Window before);
    void* owner;
    // Before a wait; where() is called before the buffer is used again. False: do not wait, as above. May be null.
    bool (*before_wait)(void* owner) = nullptr;
};

// Reads what is there, at least one byte unless the peer has ended (0). EAGAIN only with wait = false, when Refit said
// so, or where the socket is ready for ever and has nothing: an error that stays queued, a datagram socket shut down.
base::Result<size_t> read_some(const sched::Waiter& waiter, Socket socket, Window into, bool wait,
                               base::LazyDeadline deadline, Refit refit);

// Writes what fits, at least one byte. EAGAIN of the operation Send only with wait = false. A wait that took too long
// has the errno of the last call, as stock's notice says it: EAGAIN of the send, or EINTR of a signal since.
base::Result<size_t> write_some(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait,
                                base::LazyDeadline deadline);

// The same of a pipe, a terminal, and whatever else read(2) and write(2) are for. They do not say why one has failed:
// the error of the operation Receive or Send is for the system to repeat.
base::Result<size_t> read_pipe(const sched::Waiter& waiter, int fd, Window into, bool wait, base::LazyDeadline deadline,
                               Refit refit);
base::Result<size_t> write_pipe(const sched::Waiter& waiter, int fd, const char* data, size_t size, bool wait);

// How the call for one message waits: with no timeout, as a blocking system call does.
struct MessageWait {
    Tries::Mode mode;          // Once: it fails with EAGAIN. Blocks: no signal handler needs to run meanwhile
    sched::OnSignal on_signal; // Return where the system has the call fail with EINTR, LookAgain where it restarts it
};

// What is sent; `flags` are those of send(2). To the peer, if `to` is null.
struct Message {
    const char* data;
    size_t size;
    int flags = 0;
    const sockaddr* to = nullptr;
    socklen_t to_size = 0;
};

// sendto(2). When it waits, a stream socket takes all of it before this returns, but for what a signal cuts off.
base::Result<size_t> send_to(const sched::Waiter& waiter, int fd, const Message& message, MessageWait how);

// recvfrom(2). `from`: null, or where the sender's address goes.
base::Result<size_t> receive_from(const sched::Waiter& waiter, int fd, Window into, int flags, MessageWait how,
                                  address::SocketAddress* from);

} // namespace uvstream::net
