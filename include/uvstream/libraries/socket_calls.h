#pragma once

#include <cstddef>

#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>

// Calls on sockets, as ext/sockets makes them. Those that may wait let the others run meanwhile, where the descriptor
// blocks in the kernel and the call has no MSG_DONTWAIT; the socket's own time limits hold. A strand that ends within
// one gets an errno of which nobody warns: its exception says more.
namespace uvstream::libraries {

ssize_t recv_parking(int fd, void* to, size_t size, int flags);
ssize_t recvfrom_parking(int fd, void* to, size_t size, int flags, sockaddr* from, socklen_t* length);
ssize_t recvmsg_parking(int fd, msghdr* message, int flags);
ssize_t read_parking(int fd, void* to, size_t size);
ssize_t send_parking(int fd, const void* data, size_t size, int flags);
ssize_t sendto_parking(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length);
ssize_t sendmsg_parking(int fd, const msghdr* message, int flags);
ssize_t write_parking(int fd, const void* data, size_t size);

// Does not wait, but has those who wait for the descriptor look again: a poll of theirs may be over. See AtEnd::Fails.
ssize_t recv_telling(int fd, void* to, size_t size, int flags);

extern ssize_t (*recv_real)(int fd, void* to, size_t size, int flags);
extern ssize_t (*recvfrom_real)(int fd, void* to, size_t size, int flags, sockaddr* from, socklen_t* length);
extern ssize_t (*recvmsg_real)(int fd, msghdr* message, int flags);
extern ssize_t (*read_real)(int fd, void* to, size_t size);
extern ssize_t (*send_real)(int fd, const void* data, size_t size, int flags);
extern ssize_t (*sendto_real)(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length);
extern ssize_t (*sendmsg_real)(int fd, const msghdr* message, int flags);
extern ssize_t (*write_real)(int fd, const void* data, size_t size);

} // namespace uvstream::libraries
