// Descriptors that poll(2) calls ready, and that then have nothing: no wait may spin on them, or miss its deadline.
#include <cerrno>
#include <string>

#include <netinet/in.h>
#include <sys/time.h>
#include <sys/un.h>

#include "net_test.h"
#include "uvstream/net/listener.h"
#include "uvstream/net/transfer.h"

namespace {
bool is_lying = false;
int calls = 0;

// Whether the call is to say EAGAIN whatever there is; counts it.
bool lies() {
    ++calls;
    if (is_lying) errno = EAGAIN;
    return is_lying;
}
} // namespace

extern "C" {
ssize_t __real_recv(int, void*, size_t, int);
ssize_t __real_send(int, const void*, size_t, int);
ssize_t __real_recvfrom(int, void*, size_t, int, sockaddr*, socklen_t*);
ssize_t __real_sendto(int, const void*, size_t, int, const sockaddr*, socklen_t);
int __real_accept4(int, sockaddr*, socklen_t*, int);

ssize_t __wrap_recv(int fd, void* data, size_t size, int flags) {
    return lies() ? -1 : __real_recv(fd, data, size, flags);
}
ssize_t __wrap_send(int fd, const void* data, size_t size, int flags) {
    return lies() ? -1 : __real_send(fd, data, size, flags);
}
ssize_t __wrap_recvfrom(int fd, void* data, size_t size, int flags, sockaddr* from, socklen_t* length) {
    return lies() ? -1 : __real_recvfrom(fd, data, size, flags, from, length);
}
ssize_t __wrap_sendto(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t length) {
    return lies() ? -1 : __real_sendto(fd, data, size, flags, to, length);
}
int __wrap_accept4(int fd, sockaddr* from, socklen_t* length, int flags) {
    return lies() ? -1 : __real_accept4(fd, from, length, flags);
}
}

namespace uvstream::net {
namespace {

using base::Op;
constexpr MessageWait kWaits{Tries::Parks, sched::OnSignal::Return};

class LiarsTest : public NetTest {
  public:
    LiarsTest() { calls = 0; }
    ~LiarsTest() override {
        is_lying = false;
        interrupt_in_ms(0);
        // Pauses of 1, 2, 4 ... 64 ms within 300 ms: a spin would make many thousand calls.
        EXPECT_LT(calls, 40);
    }
    // What has no timeout of its own ends by a signal: the next, where one comes between two waits. 0: by none.
    static void interrupt_in_ms(int ms) {
        struct sigaction action {};
        action.sa_handler = [](int) {};
        sigaction(SIGALRM, &action, nullptr);
        const timeval time{0, suseconds_t{ms} * 1000};
        const itimerval again_and_again{time, time};
        setitimer(ITIMER_REAL, &again_and_again, nullptr);
    }
    base::Result<size_t> read(int fd, int64_t timeout_us) {
        return read_some(strand, {fd, memory}, {buffer, sizeof(buffer)}, true, base::LazyDeadline(timeout_us),
                         {[](void*, Window before) { return before; }, nullptr});
    }
    Pair pair = socket_pair();
    char buffer[64] = {};
};

TEST_F(LiarsTest, ReadKeepsItsDeadline) {
    ASSERT_EQ(write(pair.theirs.get(), "x", 1), 1);
    is_lying = true;
    EXPECT_EQ(read(pair.ours.get(), 300'000).error().code, ETIMEDOUT);
}

TEST_F(LiarsTest, WriteKeepsItsDeadline) {
    is_lying = true;
    const auto sent = write_some(strand, pair.ours.get(), "x", 1, true, base::LazyDeadline(300'000));
    EXPECT_EQ(sent.error().op, Op::Wait);
}

TEST_F(LiarsTest, SendEndsBySignal) {
    is_lying = true;
    interrupt_in_ms(300);
    EXPECT_EQ(send_to(strand, pair.ours.get(), {"x", 1}, kWaits).error().code, EINTR);
}

TEST_F(LiarsTest, ReceiveEndsBySignal) {
    ASSERT_EQ(write(pair.theirs.get(), "x", 1), 1);
    is_lying = true;
    interrupt_in_ms(300);
    EXPECT_EQ(receive_from(strand, pair.ours.get(), {buffer, 64}, 0, kWaits, nullptr).error().code, EINTR);
}

TEST_F(LiarsTest, AcceptKeepsItsDeadline) {
    address::AddressList addresses;
    addresses.add(loopback());
    const Fd server(bind_to(addresses, SOCK_STREAM, {}).value());
    ASSERT_TRUE(listen_on(server.get(), 16).ok());
    const Fd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto at = name_of(server.get());
    ASSERT_EQ(connect(client.get(), at.data(), at.length), 0);
    is_lying = true;
    EXPECT_EQ(accept_from(strand, {server.get(), memory}, in_ms(300), true).error().code, ETIMEDOUT);
}

// A long message that the receiver takes piece by piece is no lie: each wait is one, without a pause before it.
TEST_F(LiarsTest, ProgressIsNotInVain) {
    static int peer, waits;
    peer = pair.theirs.get();
    waits = 0;
    const std::string message(fill(pair.ours.get()) * 6, 'x');
    drain(peer);
    calls = 0;
    body = [] { // before each wait
        const int before = calls;
        drain(peer);
        calls = before;
        ++waits;
        return sched::Handled::Nothing;
    };
    EXPECT_EQ(send_to(strand, pair.ours.get(), {message.data(), message.size()}, kWaits).value(), message.size());
    EXPECT_GT(waits, 3);
    EXPECT_EQ(calls, waits * 2 + 1); // a piece, and the try that finds no room; the last piece
}

// Those that the kernel itself makes.

TEST_F(LiarsTest, ShutDatagramSocket) {
    const Pair datagrams = socket_pair(SOCK_DGRAM);
    shutdown(datagrams.ours.get(), SHUT_RD);
    EXPECT_EQ(read(datagrams.ours.get(), -1).error().code, EAGAIN);
    EXPECT_EQ(receive_from(strand, datagrams.ours.get(), {buffer, 64}, 0, kWaits, nullptr).value(), 0U);
}

#ifdef IP_RECVERR
TEST_F(LiarsTest, ErrorThatStaysQueued) {
    Fd gone(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    auto at = loopback();
    ASSERT_EQ(bind(gone.get(), at.data(), at.length), 0);
    at = name_of(gone.get());
    const Fd ours(socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const int on = 1;
    ASSERT_EQ(setsockopt(ours.get(), IPPROTO_IP, IP_RECVERR, &on, sizeof(on)), 0);
    ASSERT_EQ(connect(ours.get(), at.data(), at.length), 0);
    gone.reset();
    ASSERT_EQ(send(ours.get(), "x", 1, 0), 1);
    EXPECT_EQ(read(ours.get(), 5'000'000).error().code, ECONNREFUSED); // and there it stays
    EXPECT_EQ(read(ours.get(), 5'000'000).error().code, EAGAIN);
    interrupt_in_ms(300);
    EXPECT_EQ(receive_from(strand, ours.get(), {buffer, 64}, 0, kWaits, nullptr).error().code, EINTR);
}
#endif

TEST_F(LiarsTest, ShutUnixListener) {
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    const Fd server(socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    ASSERT_EQ(bind(server.get(), reinterpret_cast<sockaddr*>(&at), sizeof(at.sun_family)), 0); // a name of the system's
    ASSERT_TRUE(listen_on(server.get(), 1).ok());
    shutdown(server.get(), SHUT_RDWR);
    const auto accepted = accept_from(strand, {server.get(), memory}, in_ms(5000), true);
    EXPECT_EQ(accepted.error().op, Op::Accept);
    EXPECT_EQ(accepted.error().code, EINVAL);
}

// Room in our own buffer, none in the receiver's, whom poll does not know of.
TEST_F(LiarsTest, FullReceiverOfAnUnconnectedSocket) {
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    const Fd receiver(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)),
        ours(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ASSERT_EQ(bind(receiver.get(), reinterpret_cast<sockaddr*>(&at), sizeof(at.sun_family)), 0);
    const auto name = name_of(receiver.get());
    while (__real_sendto(ours.get(), "x", 1, MSG_DONTWAIT, name.data(), name.length) == 1) {
    }
    interrupt_in_ms(300);
    EXPECT_EQ(send_to(strand, ours.get(), {"x", 1, 0, name.data(), name.length}, kWaits).error().code, EINTR);
}

} // namespace
} // namespace uvstream::net
