#include "uvstream/net/open_socket.h"

#include <cerrno>

#include <netinet/in.h>
#include <netinet/tcp.h>

#include "test_sockets.h"

namespace uvstream::net {
namespace {

int option(int fd, int level, int name) {
    int value = -1;
    socklen_t size = sizeof(value);
    EXPECT_EQ(getsockopt(fd, level, name, &value, &size), 0);
    return value;
}

Fd open_with(const SocketOptions& options, Role role = Role::Server, int type = SOCK_STREAM, int family = AF_INET) {
    const auto fd = open_socket(family, type, role, false, options);
    EXPECT_TRUE(fd.ok());
    return Fd(fd.ok() ? fd.value() : -1);
}

TEST(Socket, CloseOnExecIsTheDefault) {
    EXPECT_NE(fcntl(open_with({}).get(), F_GETFD) & FD_CLOEXEC, 0);
    SocketOptions options;
    options.close_on_exec = false;
    EXPECT_EQ(fcntl(open_with(options).get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST(Socket, BlockingMode) {
    const auto fd = open_socket(AF_INET, SOCK_STREAM, Role::Client, true, {});
    ASSERT_TRUE(fd.ok());
    const Fd socket(fd.value());
    EXPECT_NE(fcntl(socket.get(), F_GETFL) & O_NONBLOCK, 0);
    set_blocking(socket.get(), true);
    EXPECT_EQ(fcntl(socket.get(), F_GETFL) & O_NONBLOCK, 0);
    set_blocking(socket.get(), false);
    EXPECT_NE(fcntl(socket.get(), F_GETFL) & O_NONBLOCK, 0);
    set_blocking(-1, true); // harmless
}

TEST(Socket, ReuseAddressIsForServers) {
    EXPECT_EQ(option(open_with({}).get(), SOL_SOCKET, SO_REUSEADDR), 1);
    EXPECT_EQ(option(open_with({}, Role::Client).get(), SOL_SOCKET, SO_REUSEADDR), 0);
    SocketOptions options;
    options.reuse_address = false;
    EXPECT_EQ(option(open_with(options).get(), SOL_SOCKET, SO_REUSEADDR), 0);
}

TEST(Socket, TcpOptions) {
    SocketOptions options;
    options.no_delay = options.keep_alive = true;
    options.keep_idle = 11;
    options.keep_interval = 12;
    options.keep_count = 13;
    options.linger = 14;
    const Fd client = open_with(options, Role::Client);
    EXPECT_NE(option(client.get(), IPPROTO_TCP, TCP_NODELAY), 0);
    EXPECT_NE(option(client.get(), SOL_SOCKET, SO_KEEPALIVE), 0);
    EXPECT_EQ(option(client.get(), IPPROTO_TCP, TCP_KEEPIDLE), 11);
    EXPECT_EQ(option(client.get(), IPPROTO_TCP, TCP_KEEPINTVL), 12);
    EXPECT_EQ(option(client.get(), IPPROTO_TCP, TCP_KEEPCNT), 13);
    EXPECT_EQ(option(open_with(options).get(), IPPROTO_TCP, TCP_NODELAY), 0); // a listener
}

TEST(Socket, OtherFamiliesPassOverTcpOptions) {
    SocketOptions options;
    options.no_delay = options.keep_alive = options.reuse_port = true;
    options.v6_only = true;
    options.keep_idle = 11;
    open_with(options, Role::Server, SOCK_STREAM, AF_UNIX);
    open_with(options, Role::Client, SOCK_DGRAM, AF_INET);
}

TEST(Socket, BufferSizes) {
    SocketOptions options;
    options.receive_buffer = options.send_buffer = 40'000;
    const Fd socket = open_with(options);
    EXPECT_GE(option(socket.get(), SOL_SOCKET, SO_RCVBUF), 40'000);
    EXPECT_GE(option(socket.get(), SOL_SOCKET, SO_SNDBUF), 40'000);
}

TEST(Socket, MoreRoomInASmallSendBufferOnly) {
    SocketOptions options;
    options.send_buffer = 4096;
    const Fd small = open_with(options);
    const int before = option(small.get(), SOL_SOCKET, SO_SNDBUF);
    make_room_to_send(small.get(), 20000);
    EXPECT_GE(option(small.get(), SOL_SOCKET, SO_SNDBUF), before + 20000);

    options.send_buffer = 200000;
    const Fd large = open_with(options);
    const int as_it_was = option(large.get(), SOL_SOCKET, SO_SNDBUF);
    make_room_to_send(large.get(), 20000);
    EXPECT_EQ(option(large.get(), SOL_SOCKET, SO_SNDBUF), as_it_was);
}

TEST(Socket, FailingOptionClosesTheSocket) {
    const int lowest_free = Fd(dup(0)).get();
    SocketOptions options;
    options.keep_idle = -5;
    const auto fd = open_socket(AF_INET, SOCK_STREAM, Role::Client, false, options);
    ASSERT_FALSE(fd.ok());
    EXPECT_EQ(fd.error().op, base::Op::Option);
    EXPECT_EQ(fd.error().code, EINVAL);
    EXPECT_EQ(Fd(dup(0)).get(), lowest_free);
}

TEST(Socket, UnknownFamily) {
    const auto fd = open_socket(12345, SOCK_STREAM, Role::Client, false, {});
    ASSERT_FALSE(fd.ok());
    EXPECT_EQ(fd.error().op, base::Op::Socket);
    EXPECT_EQ(fd.error().code, EAFNOSUPPORT);
}

} // namespace
} // namespace uvstream::net
