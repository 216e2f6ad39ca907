#ifdef _WIN32

#include "uvstream/base/socket_descriptor.h"

#include <algorithm>
#include <vector>

#include <fcntl.h>
#include <io.h>
#include <sys/ioctl.h>

namespace {

// Winsock has to be asked for, as often as one likes.
[[maybe_unused]] const int asked_for_winsock = [] {
    WSADATA about;
    return WSAStartup(MAKEWORD(2, 2), &about);
}();

int errno_of(int error) {
    switch (error) {
    case WSAEWOULDBLOCK: return EAGAIN;
    case WSAEINTR: return EINTR;
    case WSAEACCES: return EACCES;
    case WSAEADDRINUSE: return EADDRINUSE;
    case WSAEADDRNOTAVAIL: return EADDRNOTAVAIL;
    case WSAEAFNOSUPPORT: return EAFNOSUPPORT;
    case WSAEALREADY: return EALREADY;
    case WSAEBADF:
    case WSAENOTSOCK: return ENOTSOCK;
    case WSAECONNABORTED: return ECONNABORTED;
    case WSAECONNREFUSED: return ECONNREFUSED;
    case WSAECONNRESET: return ECONNRESET;
    case WSAEDESTADDRREQ: return EDESTADDRREQ;
    case WSAEFAULT: return EFAULT;
    case WSAEHOSTUNREACH: return EHOSTUNREACH;
    case WSAEINPROGRESS: return EINPROGRESS;
    case WSAEINVAL: return EINVAL;
    case WSAEISCONN: return EISCONN;
    case WSAEMFILE: return EMFILE;
    case WSAEMSGSIZE: return EMSGSIZE;
    case WSAENETDOWN: return ENETDOWN;
    case WSAENETRESET: return ENETRESET;
    case WSAENETUNREACH: return ENETUNREACH;
    case WSAENOBUFS: return ENOBUFS;
    case WSAENOPROTOOPT: return ENOPROTOOPT;
    case WSAENOTCONN: return ENOTCONN;
    case WSAEOPNOTSUPP: return EOPNOTSUPP;
    case WSAEPROTONOSUPPORT: return EPROTONOSUPPORT;
    case WSAEPROTOTYPE: return EPROTOTYPE;
    case WSAESHUTDOWN: return EPIPE; // to send after shutdown()
    case WSAETIMEDOUT: return ETIMEDOUT;
    default: return EIO;
    }
}

// `result` of a call, with errno as it should be.
template <class Result> Result told(Result result) {
    if (result < 0) errno = errno_of(WSAGetLastError());
    return result;
}

SOCKET handle_of(int fd) { return static_cast<SOCKET>(fd); }

bool is_socket(int fd) {
    int type = 0;
    int size = sizeof(type);
    return ::getsockopt(handle_of(fd), SOL_SOCKET, SO_TYPE, reinterpret_cast<char*>(&type), &size) == 0;
}

int set_non_blocking(int fd, bool non_blocking) {
    unsigned long on = non_blocking ? 1 : 0;
    return told(ioctlsocket(handle_of(fd), static_cast<long>(FIONBIO), &on));
}

// The flags that the system knows.
int flags_for(int fd, int flags) {
    if ((flags & MSG_DONTWAIT) != 0) set_non_blocking(fd, true);
    return flags & ~MSG_DONTWAIT;
}

// On the loopback interface, at a port of the system's choice.
int open_bound(int type) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int fd = open_descriptor(AF_INET, type, 0);
    bind(fd, reinterpret_cast<const sockaddr*>(&at), sizeof(at));
    return fd;
}

bool connect_to_name_of(int from, int to) {
    sockaddr_in at{};
    auto* const address = reinterpret_cast<sockaddr*>(&at);
    socklen_t length = sizeof(at);
    return getsockname(to, address, &length) == 0 && connect(from, address, length) == 0;
}

int size_of(size_t size) { return static_cast<int>(std::min(size, size_t{INT32_MAX})); }

} // namespace

extern "C" int poll(pollfd* entries, nfds_t count, int timeout_ms) {
    constexpr short kAsked = POLLIN | POLLOUT;
    std::vector<WSAPOLLFD> asked;
    std::vector<pollfd*> askers;
    for (nfds_t i = 0; i < count; ++i) {
        entries[i].revents = 0;
        if (entries[i].fd < 0) continue;
        asked.push_back({handle_of(entries[i].fd), static_cast<short>(entries[i].events & kAsked), 0});
        askers.push_back(&entries[i]);
    }
    if (asked.empty()) { // which the system's refuses
        Sleep(timeout_ms < 0 ? INFINITE : static_cast<DWORD>(timeout_ms));
        return 0;
    }
    const int ready = told(WSAPoll(asked.data(), static_cast<unsigned long>(asked.size()), timeout_ms));
    for (size_t i = 0; ready > 0 && i < asked.size(); ++i) askers[i]->revents = asked[i].revents;
    return ready;
}

int open_descriptor(int family, int type, int protocol) {
    const SOCKET made =
        WSASocketW(family, type, protocol, nullptr, 0, WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
    return told(made == INVALID_SOCKET ? -1 : static_cast<int>(made));
}

int close_descriptor(int fd) { return is_socket(fd) ? told(closesocket(handle_of(fd))) : _close(fd); }

int accept(int fd, sockaddr* peer, socklen_t* length) {
    const SOCKET made = ::accept(handle_of(fd), peer, length);
    return told(made == INVALID_SOCKET ? -1 : static_cast<int>(made));
}

int bind(int fd, const sockaddr* address, socklen_t length) { return told(::bind(handle_of(fd), address, length)); }

int connect(int fd, const sockaddr* address, socklen_t length) {
    const int result = told(::connect(handle_of(fd), address, length));
    if (result < 0 && errno == EAGAIN) errno = EINPROGRESS;
    return result;
}

int getpeername(int fd, sockaddr* address, socklen_t* length) {
    return told(::getpeername(handle_of(fd), address, length));
}

int getsockname(int fd, sockaddr* address, socklen_t* length) {
    return told(::getsockname(handle_of(fd), address, length));
}

int getsockopt(int fd, int level, int name, void* value, socklen_t* length) {
    const int result = told(::getsockopt(handle_of(fd), level, name, static_cast<char*>(value), length));
    if (result == 0 && level == SOL_SOCKET && name == SO_ERROR) {
        int& error = *static_cast<int*>(value);
        if (error != 0) error = errno_of(error);
    }
    return result;
}

int listen(int fd, int backlog) { return told(::listen(handle_of(fd), backlog)); }

ssize_t receive_bytes(int fd, void* data, size_t size, int flags, sockaddr* from, socklen_t* length) {
    const int its = flags_for(fd, flags);
    const int got = ::recvfrom(handle_of(fd), static_cast<char*>(data), size_of(size), its, from, length);
    if (got < 0 && WSAGetLastError() == WSAEMSGSIZE) return size_of(size); // of a datagram that is longer
    return told(got);
}

ssize_t send_bytes(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length) {
    const int its = flags_for(fd, flags);
    return told(::sendto(handle_of(fd), static_cast<const char*>(data), size_of(size), its, to, length));
}

int setsockopt(int fd, int level, int name, const void* value, socklen_t length) {
    if (level == SOL_SOCKET && name == SO_REUSEADDR) return 0;
    if (level == SOL_SOCKET && (name == SO_RCVTIMEO || name == SO_SNDTIMEO)) {
        const auto& time = *static_cast<const timeval*>(value);
        const DWORD ms = static_cast<DWORD>(time.tv_sec * 1000 + (time.tv_usec + 999) / 1000);
        return told(::setsockopt(handle_of(fd), level, name, reinterpret_cast<const char*>(&ms), sizeof(ms)));
    }
    return told(::setsockopt(handle_of(fd), level, name, static_cast<const char*>(value), length));
}

int shutdown(int fd, int how) { return told(::shutdown(handle_of(fd), how)); }

int socketpair(int /*family*/, int type, int /*protocol*/, int (&ends)[2]) {
    const bool is_stream = type == SOCK_STREAM;
    const int first = open_bound(type), second = open_bound(type);
    if (is_stream) listen(first, 1);
    const bool is_connected = connect_to_name_of(second, first) && (is_stream || connect_to_name_of(first, second));
    ends[0] = is_connected && is_stream ? accept(first, nullptr, nullptr) : first;
    ends[1] = second;
    if (is_stream) close_descriptor(first);
    if (is_connected && ends[0] >= 0) return 0;
    if (!is_stream) close_descriptor(first);
    close_descriptor(second);
    return -1;
}

extern "C" int fcntl(int fd, int command, int value) {
    switch (command) {
    case F_GETFL: return is_socket(fd) ? O_RDWR : O_RDWR | O_NONBLOCK;
    case F_SETFL: return set_non_blocking(fd, (value & O_NONBLOCK) != 0);
    case F_GETFD: return FD_CLOEXEC;
    case F_SETFD: {
        const auto handle = reinterpret_cast<HANDLE>(handle_of(fd));
        const DWORD inherits = (value & FD_CLOEXEC) != 0 ? 0 : HANDLE_FLAG_INHERIT;
        return SetHandleInformation(handle, HANDLE_FLAG_INHERIT, inherits) != 0 ? 0 : -1;
    }
    default: errno = EINVAL; return -1;
    }
}

int ioctl(int fd, unsigned long request, int* value) {
    unsigned long its = 0;
    const int result = told(ioctlsocket(handle_of(fd), static_cast<long>(request), &its));
    *value = static_cast<int>(its);
    return result;
}

#endif
