#include "uvstream/net/open_socket.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/time.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "uvstream/base/socket_descriptor.h"

#if !defined(TCP_KEEPIDLE) && defined(TCP_KEEPALIVE)
#define TCP_KEEPIDLE TCP_KEEPALIVE // macOS
#endif

namespace uvstream::net {

namespace {

// Sets options one by one and remembers the first failure.
class OptionSetter {
  public:
    explicit OptionSetter(int fd) : fd_(fd) {}

    void set(int level, int name, int value) { set_raw(level, name, &value, sizeof(value)); }
    void set_if(bool wanted, int level, int name) {
        if (wanted) set(level, name, 1);
    }
    void set_if(const std::optional<int>& value, int level, int name) {
        if (value) set(level, name, *value);
    }
    void set_linger(int seconds) {
        struct linger value {};
        value.l_onoff = seconds > 0;
        value.l_linger = seconds > 0 ? static_cast<decltype(value.l_linger)>(seconds) : 0;
        set_raw(SOL_SOCKET, SO_LINGER, &value, sizeof(value));
    }
    int failed() const { return failed_; }

  private:
    void set_raw(int level, int name, const void* value, socklen_t size) {
        if (failed_ == 0 && setsockopt(fd_, level, name, value, size) != 0) failed_ = errno;
    }
    int fd_;
    int failed_ = 0;
};

int apply(int fd, int family, int type, Role role, const SocketOptions& options) {
    OptionSetter setter(fd);
    const bool is_inet = family == AF_INET || family == AF_INET6;
    const bool is_tcp = is_inet && type == SOCK_STREAM;
    if (is_inet && role == Role::Server) {
        setter.set_if(options.reuse_address, SOL_SOCKET, SO_REUSEADDR);
        if (family == AF_INET6 && options.v6_only) setter.set(IPPROTO_IPV6, IPV6_V6ONLY, *options.v6_only);
        setter.set_if(options.reuse_port, SOL_SOCKET, SO_REUSEPORT);
    }
    if (is_inet && !is_tcp) setter.set_if(options.broadcast, SOL_SOCKET, SO_BROADCAST);
    if (is_tcp) {
        // A listener keeps Nagle's algorithm, as in stock; its connections are asked for one by one.
        setter.set_if(options.no_delay && role == Role::Client, IPPROTO_TCP, TCP_NODELAY);
        setter.set_if(options.keep_alive, SOL_SOCKET, SO_KEEPALIVE);
        setter.set_if(options.keep_idle, IPPROTO_TCP, TCP_KEEPIDLE);
        setter.set_if(options.keep_interval, IPPROTO_TCP, TCP_KEEPINTVL);
        setter.set_if(options.keep_count, IPPROTO_TCP, TCP_KEEPCNT);
        if (options.linger) setter.set_linger(*options.linger);
    }
    setter.set_if(options.receive_buffer, SOL_SOCKET, SO_RCVBUF);
    setter.set_if(options.send_buffer, SOL_SOCKET, SO_SNDBUF);
    return setter.failed();
}

} // namespace

base::Result<int> open_socket(int family, int type, Role role, bool non_blocking, const SocketOptions& options) {
#ifdef SOCK_CLOEXEC
    const int flags = (options.close_on_exec ? SOCK_CLOEXEC : 0) | (non_blocking ? SOCK_NONBLOCK : 0);
    const int fd = open_descriptor(family, type | flags, 0);
    if (fd < 0) return base::Error{base::Op::Socket, errno};
#else
    const int fd = open_descriptor(family, type, 0);
    if (fd < 0) return base::Error{base::Op::Socket, errno};
    if (options.close_on_exec) set_close_on_exec(fd);
    if (non_blocking) set_blocking(fd, false);
#endif
    if (const int failed = apply(fd, family, type, role, options)) {
        close_descriptor(fd);
        return base::Error{base::Op::Option, failed};
    }
    return fd;
}

void set_no_delay(int fd) {
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
}

namespace {

void set_timeout(int fd, int option, int64_t us) {
    timeval timeout{};
    if (us > 0) {
        timeout.tv_sec = static_cast<decltype(timeout.tv_sec)>(us / 1000000);
        timeout.tv_usec = static_cast<decltype(timeout.tv_usec)>(us % 1000000);
    }
    setsockopt(fd, SOL_SOCKET, option, &timeout, sizeof(timeout));
}

} // namespace

void set_receive_timeout(int fd, int64_t us) { set_timeout(fd, SO_RCVTIMEO, us); }

void set_send_timeout(int fd, int64_t us) { set_timeout(fd, SO_SNDTIMEO, us); }

void make_room_to_send(int fd, int bytes) {
    constexpr int kSmall = 256 * 1024;
    int size = 0;
    socklen_t length = sizeof(size);
    if (getsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, &length) != 0 || size >= kSmall) return;
#ifdef __linux__
    size /= 2; // getsockopt() reports twice what setsockopt() is told
#endif
    size += bytes;
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &size, sizeof(size));
}

void set_close_on_exec(int fd) { fcntl(fd, F_SETFD, FD_CLOEXEC); }

bool is_blocking(int fd) {
    const int flags = fcntl(fd, F_GETFL);
    return flags >= 0 && (flags & O_NONBLOCK) == 0;
}

void set_blocking(int fd, bool blocking) {
    const int flags = fcntl(fd, F_GETFL);
    if (flags >= 0) fcntl(fd, F_SETFL, blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
}

int type_of(int fd) {
    int type = 0;
    socklen_t size = sizeof(type);
    return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 ? type : 0;
}

SocketKind kind_of(int fd) {
    SocketKind kind;
    kind.type = type_of(fd);
    if (kind.type == 0) return kind;
    address::SocketAddress own;
    own.length = sizeof(own.storage);
    if (getsockname(fd, own.data(), &own.length) == 0) kind.family = own.family();
    return kind;
}

bool is_listener(int fd) {
    int accepts = 0;
    socklen_t size = sizeof(accepts);
    return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &accepts, &size) == 0 && accepts != 0;
}

} // namespace uvstream::net
