#include "uvstream/net/listener.h"

#include <cerrno>

#include <netinet/in.h>
#include <sys/resource.h>

#include "net_test.h"

namespace uvstream::net {
namespace {

using base::Op;

class ListenerTest : public NetTest {
  public:
    static address::AddressList list(std::initializer_list<address::SocketAddress> all) {
        address::AddressList addresses;
        for (const auto& one : all) addresses.add(one);
        return addresses;
    }
    Fd listener() {
        const auto fd = bind_to(list({loopback()}), SOCK_STREAM, {});
        EXPECT_TRUE(fd.ok());
        EXPECT_TRUE(listen_on(fd.value(), 16).ok());
        memory.is_nonblocking = true;
        return Fd(fd.value());
    }
    static Fd client_of(const Fd& server) {
        Fd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const auto at = name_of(server.get());
        EXPECT_EQ(connect(client.get(), at.data(), at.length), 0);
        return client;
    }
};

TEST_F(ListenerTest, BindsTheFirstThatCan) {
    const auto fd = bind_to(list({*address::parse_numeric("192.0.2.1", 0).value(), loopback()}), SOCK_STREAM, {});
    ASSERT_TRUE(fd.ok());
    const Fd server(fd.value());
    EXPECT_NE(fcntl(server.get(), F_GETFL) & O_NONBLOCK, 0);
}

TEST_F(ListenerTest, DatagramSocketsStayBlocking) {
    const auto fd = bind_to(list({loopback()}), SOCK_DGRAM, {});
    ASSERT_TRUE(fd.ok());
    const Fd server(fd.value());
    EXPECT_EQ(fcntl(server.get(), F_GETFL) & O_NONBLOCK, 0);
}

TEST_F(ListenerTest, ErrorIsTheLastOne) {
    const Fd taken = listener();
    const auto fd =
        bind_to(list({*address::parse_numeric("192.0.2.1", 0).value(), name_of(taken.get())}), SOCK_STREAM, {});
    ASSERT_FALSE(fd.ok());
    EXPECT_EQ(fd.error().op, Op::Bind);
    EXPECT_EQ(fd.error().code, EADDRINUSE);
    const auto none = bind_to({}, SOCK_STREAM, {});
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, EADDRNOTAVAIL);
}

TEST_F(ListenerTest, DatagramSocketDoesNotListen) {
    const Fd socket(bind_to(list({loopback()}), SOCK_DGRAM, {}).value());
    const auto listening = listen_on(socket.get(), 1);
    ASSERT_FALSE(listening.ok());
    EXPECT_EQ(listening.error().op, Op::Listen);
    EXPECT_EQ(listening.error().code, EOPNOTSUPP);
}

TEST_F(ListenerTest, AcceptsWithPeer) {
    const Fd server = listener();
    const Fd client = client_of(server);
    const auto accepted = accept_from(strand, {server.get(), memory}, in_ms(5000), true);
    ASSERT_TRUE(accepted.ok());
    const Fd connection(accepted.value().fd);
    EXPECT_EQ(memcmp(accepted.value().peer.data(), name_of(client.get()).data(), sizeof(sockaddr_in)), 0);
    EXPECT_EQ(fcntl(connection.get(), F_GETFL) & O_NONBLOCK, 0);
    EXPECT_NE(fcntl(connection.get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST_F(ListenerTest, SuccessWakesTheNext) {
    const Fd server = listener();
    const Fd client = client_of(server);
    const Queue queue(scheduler, server.get());
    const Fd connection(accept_from(strand, {server.get(), memory}, in_ms(5000), true).value().fd);
    EXPECT_GE(connection.get(), 0);
    EXPECT_TRUE(queue.is_reader_woken());
}

TEST_F(ListenerTest, CloseOnExecCanBeLeftOut) {
    const Fd server = listener();
    const Fd client = client_of(server);
    const Fd connection(accept_from(strand, {server.get(), memory}, in_ms(5000), false).value().fd);
    EXPECT_EQ(fcntl(connection.get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST_F(ListenerTest, TimesOut) {
    const Fd server = listener();
    for (int i = 0; i < 6; ++i) {
        const auto deadline = in_ms(10);
        const auto accepted = accept_from(strand, {server.get(), memory}, deadline, true);
        ASSERT_FALSE(accepted.ok());
        EXPECT_EQ(accepted.error().op, Op::Wait);
        EXPECT_EQ(accepted.error().code, ETIMEDOUT);
        EXPECT_TRUE(deadline.passed());
    }
    const Fd client = client_of(server); // the hint of the empty queue does not hide it
    const Fd connection(accept_from(strand, {server.get(), memory}, in_ms(0), true).value().fd);
    EXPECT_GE(connection.get(), 0);
}

TEST_F(ListenerTest, BlockingListenerIsNotTriedBlindly) {
    const Fd server = listener();
    memory.is_nonblocking = false;
    set_blocking(server.get(), true);
    EXPECT_EQ(accept_from(strand, {server.get(), memory}, in_ms(10), true).error().code, ETIMEDOUT);
    const Fd client = client_of(server);
    const Fd connection(accept_from(strand, {server.get(), memory}, in_ms(5000), true).value().fd);
    EXPECT_GE(connection.get(), 0);
}

TEST_F(ListenerTest, HookThatThrows) {
    const Fd server = listener();
    body = [] { return sched::Handled::Threw; };
    EXPECT_EQ(accept_from(strand, {server.get(), memory}, in_ms(5000), true).error().code, ECANCELED);
}

TEST_F(ListenerTest, SocketThatDoesNotListen) {
    const Fd socket(bind_to(list({loopback()}), SOCK_STREAM, {}).value());
    memory.is_nonblocking = true;
    const auto accepted = accept_from(strand, {socket.get(), memory}, in_ms(5000), true);
    ASSERT_FALSE(accepted.ok());
    EXPECT_EQ(accepted.error().op, Op::Accept);
    EXPECT_EQ(accepted.error().code, EINVAL);
}

TEST_F(ListenerTest, BacksOffWithoutDescriptors) {
    const Fd server = listener();
    const Fd client = client_of(server);
    rlimit before{};
    getrlimit(RLIMIT_NOFILE, &before);
    rlimit none = before;
    none.rlim_cur = 3;
    setrlimit(RLIMIT_NOFILE, &none);
    int failed[12];
    for (int& code : failed) code = accept_from(strand, {server.get(), memory}, in_ms(5000), true).error().code;
    auto starvation = memory.starvation;
    setrlimit(RLIMIT_NOFILE, &before);
    for (const int code : failed) EXPECT_EQ(code, EMFILE);
    EXPECT_EQ(starvation.take_us(), 100'000);
    const Fd connection(accept_from(strand, {server.get(), memory}, in_ms(5000), true).value().fd);
    EXPECT_GE(connection.get(), 0);
    EXPECT_EQ(memory.starvation.take_us(), 1'000);
}

} // namespace
} // namespace uvstream::net
