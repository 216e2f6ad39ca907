#pragma once

#include <sys/socket.h>

// As socket_calls.h, for the calls by which connections begin and end.
namespace uvstream::libraries {

int accept_parking(int fd, sockaddr* peer, socklen_t* length);
int accept4_parking(int fd, sockaddr* peer, socklen_t* length, int flags);
int connect_parking(int fd, const sockaddr* to, socklen_t length);

// Who waits for the descriptor is woken before it goes: its number may be another one's next.
int close_telling(int fd);

extern int (*accept_real)(int fd, sockaddr* peer, socklen_t* length);
extern int (*accept4_real)(int fd, sockaddr* peer, socklen_t* length, int flags);
extern int (*connect_real)(int fd, const sockaddr* to, socklen_t length);
extern int (*close_real)(int fd);

} // namespace uvstream::libraries
