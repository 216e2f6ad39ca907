#pragma once

// Winsock as POSIX systems have it, for the layers without PHP: descriptors are ints, errors are in errno. Only Windows
// builds have this folder among their include paths; the headers beside this one bear the names that sources include.
//
// A socket handle fits into an int: the system keeps to 32 bits for the sake of 32-bit programs.

#include <winsock2.h>
#include <ws2tcpip.h>

#include <cerrno>
#include <cstddef>
#include <cstdint>

#include <sys/types.h>

#if __has_include(<afunix.h>)
#include <afunix.h>
#else
struct sockaddr_un {
    ADDRESS_FAMILY sun_family;
    char sun_path[108];
};
#endif

struct PollEntry {
    int fd;
    short events;
    short revents;
};
#define pollfd PollEntry // (Winsock's has an unsigned number)

using nfds_t = unsigned long;
using sa_family_t = ADDRESS_FAMILY;

// A call with this flag does not block: it leaves the socket non-blocking.
#define MSG_DONTWAIT 0x4000000

// What the system has no such errors, options and limits for; an option that it does not know fails with ENOPROTOOPT.
#define ESHUTDOWN WSAESHUTDOWN
#define EHOSTDOWN WSAEHOSTDOWN
#define EAI_SYSTEM (-11)
#define SO_REUSEPORT 0x7ff0
#ifndef TCP_KEEPIDLE
#define TCP_KEEPIDLE 3
#define TCP_KEEPCNT 16
#define TCP_KEEPINTVL 17
#endif

#define SHUT_RD SD_RECEIVE
#define SHUT_WR SD_SEND
#define SHUT_RDWR SD_BOTH

// Of sockets only; of other descriptors it says POLLNVAL, and POLLPRI is never told. Never interrupted.
extern "C" int poll(pollfd* entries, nfds_t count, int timeout_ms);

// Two connected stream sockets, by way of the loopback interface.
int socketpair(int family, int type, int protocol, int (&ends)[2]);

// A socket that no child process inherits. (Winsock's socket() differs in what it returns alone.)
int open_descriptor(int family, int type, int protocol);

// Of a socket, or of a file. (C's own close() knows nothing of sockets.)
int close_descriptor(int fd);

int accept(int fd, sockaddr* peer, socklen_t* length);
int bind(int fd, const sockaddr* address, socklen_t length);
int connect(int fd, const sockaddr* address, socklen_t length);
int getpeername(int fd, sockaddr* address, socklen_t* length);
int getsockname(int fd, sockaddr* address, socklen_t* length);
int getsockopt(int fd, int level, int name, void* value, socklen_t* length);
int listen(int fd, int backlog);
ssize_t receive_bytes(int fd, void* data, size_t size, int flags, sockaddr* from, socklen_t* length);
ssize_t send_bytes(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length);

// (Templates, or a pointer to char would fit Winsock's own as well.)
template <class Data, class Size> ssize_t recv(int fd, Data* data, Size size, int flags) {
    return receive_bytes(fd, data, static_cast<size_t>(size), flags, nullptr, nullptr);
}
template <class Data, class Size>
ssize_t recvfrom(int fd, Data* data, Size size, int flags, sockaddr* from, socklen_t* length) {
    return receive_bytes(fd, data, static_cast<size_t>(size), flags, from, length);
}
template <class Data, class Size> ssize_t send(int fd, const Data* data, Size size, int flags) {
    return send_bytes(fd, data, static_cast<size_t>(size), flags, nullptr, 0);
}
template <class Data, class Size>
ssize_t sendto(int fd, const Data* data, Size size, int flags, const sockaddr* to, socklen_t length) {
    return send_bytes(fd, data, static_cast<size_t>(size), flags, to, length);
}

// SO_REUSEADDR is left out: a server may bind while old connections linger as it is, and the system's option would let
// two servers have one port.
int setsockopt(int fd, int level, int name, const void* value, socklen_t length);
int shutdown(int fd, int how);
