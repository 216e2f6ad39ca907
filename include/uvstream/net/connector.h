#pragma once

#include <string_view>

#include "uvstream/address/socket_address.h"
#include "uvstream/base/deadline.h"
#include "uvstream/base/result.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::net {

// Addresses of the host with the port set: numeric ones at once, names through the resolver, within the deadline.
base::Result<void> resolve(const sched::Waiter& waiter, std::string_view host, uint16_t port, int socktype,
                           base::Deadline deadline, address::AddressList& addresses);

// Connects a non-blocking socket. True: connected. False: under way, which only an asynchronous connect leaves so.
base::Result<bool> connect_to(const sched::Waiter& waiter, int fd, const address::SocketAddress& to,
                              base::Deadline deadline, bool asynchronous);

} // namespace uvstream::net
