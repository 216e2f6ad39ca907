#pragma once

#include "uvstream/address/socket_address.h"
#include "uvstream/base/result.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/socket_memory.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// Whether bind_to() makes its sockets non-blocking in the kernel: stream sockets, so that accept can try before it
// waits. But not what other programs may inherit: they expect a listener that blocks, as PHP's own does.
bool binds_non_blocking(int type, const SocketOptions& options);

// A socket of the type bound to the first of the addresses that takes it; the error is that of the last.
base::Result<int> bind_to(const address::AddressList& addresses, int type, const SocketOptions& options);

base::Result<void> listen_on(int fd, int backlog);

struct Accepted {
    int fd = -1;
    address::SocketAddress peer;
};

// The next connection, blocking in the kernel. Connections that went away while they queued are passed over. With no
// free descriptor it backs off, up to 100 ms, growing from call to call, tries once more and then fails, so that a
// loop around it does not spin.
base::Result<Accepted> accept_from(const sched::Waiter& waiter, Socket socket, base::Deadline deadline,
                                   bool close_on_exec);

} // namespace uvstream::net
