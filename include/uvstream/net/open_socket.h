#pragma once

#include <optional>

#include "uvstream/address/socket_address.h"
#include "uvstream/base/result.h"

namespace uvstream::net {

// What a script may ask for in its context, under "socket" and "uvstream". Unset means the system's default.
struct SocketOptions {
    bool close_on_exec = true;
    bool reuse_address = true; // servers; always on unless the context turns it off
    bool reuse_port = false;
    bool broadcast = false;
    bool no_delay = false;
    bool keep_alive = false;
    std::optional<bool> v6_only;
    std::optional<int> keep_idle, keep_interval, keep_count; // seconds, seconds, probes
    std::optional<int> linger;                               // seconds; 0 and less turn it off
    std::optional<int> receive_buffer, send_buffer;          // bytes
};

// What becomes of the socket decides which of the options apply to it.
enum class Role { Server, Client };

// A new socket, non-blocking in the kernel where asked for, with the options set that have to stand before bind(),
// listen() or connect(). A failing option closes it again.
base::Result<int> open_socket(int family, int type, Role role, bool non_blocking, const SocketOptions& options);

// TCP_NODELAY on a connection that was accepted; everything else it inherits from its listener.
void set_no_delay(int fd);

// Whether reads and writes on the descriptor wait in the kernel.
void set_blocking(int fd, bool blocking);
bool is_blocking(int fd);

// How long a blocking read or write waits in the kernel, in microseconds; 0 or less: for ever.
void set_receive_timeout(int fd, int64_t us);
void set_send_timeout(int fd, int64_t us);

// Enlarges the send buffer by so many bytes if it is small. One whose size is set no longer grows by itself, so a large
// one is left alone.
void make_room_to_send(int fd, int bytes);

void set_close_on_exec(int fd);

// SOCK_STREAM or another one; 0: it is no socket.
int type_of(int fd);

// The address family and the type of a socket; 0 and 0 of anything else.
struct SocketKind {
    int family = 0, type = 0;
};
SocketKind kind_of(int fd);

// Whether it accepts connections.
bool is_listener(int fd);

} // namespace uvstream::net
