#include "uvstream/net/transfer.h"

#include <cerrno>
#include <string>

#include "net_test.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"

namespace uvstream::net {
namespace {

using base::Op;
constexpr MessageWait kWaits{Tries::Parks, sched::OnSignal::Return};
constexpr MessageWait kTries{Tries::Once, sched::OnSignal::Return};

class TransferTest : public NetTest {
  public:
    static Window unmoved(void*, Window before) { return before; }
    base::Result<size_t> read(size_t size, bool wait, int64_t timeout_us, Refit refit = {unmoved, nullptr}) {
        return read_some(strand, {fd, memory}, {buffer, size}, wait, base::LazyDeadline(timeout_us), refit);
    }
    void arrives(const std::string& text) {
        ASSERT_EQ(send(pair.theirs.get(), text.data(), text.size(), 0), static_cast<ssize_t>(text.size()));
    }

    Pair pair = socket_pair();
    const int fd = pair.ours.get();
    char buffer[64] = {};
};

TEST_F(TransferTest, ReadsWhatIsThere) {
    arrives("hello");
    const auto got = read(64, true, 5'000'000);
    ASSERT_TRUE(got.ok());
    EXPECT_EQ(std::string(buffer, got.value()), "hello");
}

// The hint decides only what comes first, the wait or the try: data and the end are seen with it all the same.
TEST_F(TransferTest, WaitFirstHint) {
    EXPECT_EQ(read(5, true, 1'000).error().code, ETIMEDOUT); // tried in vain
    EXPECT_FALSE(memory.first_try.begin());
    for (int i = 0; i < 40; ++i) {
        arrives("hello");
        EXPECT_EQ(read(64, true, 5'000'000).value(), 5U);
    }
    pair.theirs.reset();
    memory.first_try.was_in_vain();
    EXPECT_EQ(read(5, true, 5'000'000).value(), 0U);
}

TEST_F(TransferTest, ReadTimesOut) {
    const auto deadline = in_ms(30);
    const auto got = read(5, true, 30'000);
    ASSERT_FALSE(got.ok());
    EXPECT_EQ(got.error().op, Op::Wait);
    EXPECT_EQ(got.error().code, ETIMEDOUT);
    EXPECT_TRUE(deadline.passed());
    EXPECT_EQ(read(5, true, 0).error().code, ETIMEDOUT);
}

TEST_F(TransferTest, ReadWithoutWaiting) {
    EXPECT_EQ(read(5, false, -1).error().code, EAGAIN);
    memory.first_try.was_in_vain();
    EXPECT_EQ(read(5, false, -1).error().code, EAGAIN);
    arrives("x");
    EXPECT_EQ(read(5, false, -1).value(), 1U);
}

TEST_F(TransferTest, RefitMovesTheTarget) {
    struct Place {
        char buffer[8] = {};
    } place;
    body = nullptr;
    static int peer;
    peer = pair.theirs.get();
    body = [] {
        send(peer, "x", 1, 0);
        return sched::Handled::Nothing;
    };
    const Refit refit{[](void* owner, Window) { return Window{static_cast<Place*>(owner)->buffer, 8}; }, &place};
    memory.first_try.was_in_vain();
    const auto got = read(64, true, 5'000'000, refit);
    ASSERT_TRUE(got.ok());
    EXPECT_STREQ(place.buffer, "x");
    EXPECT_STREQ(buffer, "");
}

TEST_F(TransferTest, RefitRefuses) {
    arrives("x");
    memory.first_try.was_in_vain();
    const auto got = read(64, true, 5'000'000, {[](void*, Window before) { return Window{before.data, 0}; }, nullptr});
    ASSERT_FALSE(got.ok());
    EXPECT_EQ(got.error().code, EAGAIN);
    EXPECT_EQ(read(64, true, 5'000'000).value(), 1U); // nothing was lost
}

TEST_F(TransferTest, HookThatThrows) {
    body = [] { return sched::Handled::Threw; };
    EXPECT_EQ(read(5, true, 5'000'000).error().code, ECANCELED);
    fill(fd);
    EXPECT_EQ(write_some(strand, fd, "x", 1, true, base::LazyDeadline(5'000'000)).error().code, ECANCELED);
    EXPECT_EQ(receive_from(strand, fd, {buffer, 5}, 0, kWaits, nullptr).error().code, ECANCELED);
}

TEST_F(TransferTest, WritesWhatFits) {
    EXPECT_EQ(write_some(strand, fd, "hello", 5, true, base::LazyDeadline(5'000'000)).value(), 5U);
    fill(fd);
    EXPECT_EQ(write_some(strand, fd, "hello", 5, false, base::LazyDeadline(-1)).error().code, EAGAIN);
    const auto deadline = in_ms(30);
    const auto late = write_some(strand, fd, "hello", 5, true, base::LazyDeadline(30'000));
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().code, EAGAIN);
    EXPECT_TRUE(deadline.passed());
    drain(pair.theirs.get());
    EXPECT_EQ(write_some(strand, fd, "hello", 5, true, base::LazyDeadline(5'000'000)).value(), 5U);
}

// Among several strands who has succeeded wakes the next in the line: the kernel may have nothing to say to it.
TEST_F(TransferTest, SuccessWakesTheNext) {
    for (const bool by_message : {false, true}) {
        const Queue queue(scheduler, fd);
        arrives("hello");
        EXPECT_EQ(
            (by_message ? receive_from(strand, fd, {buffer, 64}, 0, kTries, nullptr) : read(64, true, -1)).value(), 5U);
        EXPECT_TRUE(queue.is_reader_woken());
        EXPECT_FALSE(queue.is_writer_woken());
        EXPECT_TRUE((by_message ? send_to(strand, fd, {"x", 1}, kTries)
                                : write_some(strand, fd, "x", 1, false, base::LazyDeadline(-1)))
                        .ok());
        EXPECT_TRUE(queue.is_writer_woken());
    }
}

// Nothing was read: what the next waits for may lie in the stream's buffer.
TEST_F(TransferTest, ReadThatIsRefusedWakesTheNext) {
    const Queue queue(scheduler, fd);
    arrives("x");
    const Refit refuses{[](void*, Window before) { return Window{before.data, 0}; }, nullptr};
    EXPECT_EQ(read(64, false, -1, refuses).error().code, EAGAIN); // others may have run before the first try
    EXPECT_TRUE(queue.is_reader_woken());
}

TEST_F(TransferTest, FailureWakesNobody) {
    const Queue queue(scheduler, fd);
    EXPECT_EQ(read(64, false, -1).error().code, EAGAIN);
    EXPECT_EQ(read(64, true, 1'000).error().code, ETIMEDOUT);
    fill(fd);
    EXPECT_EQ(write_some(strand, fd, "x", 1, false, base::LazyDeadline(-1)).error().code, EAGAIN);
    EXPECT_EQ(write_some(strand, fd, "x", 1, true, base::LazyDeadline(1'000)).error().op, Op::Wait);
    EXPECT_FALSE(queue.is_reader_woken());
    EXPECT_FALSE(queue.is_writer_woken());
}

TEST_F(TransferTest, WhoOnlyPeeksWakesTheNext) {
    const Queue queue(scheduler, fd);
    EXPECT_EQ(wait_to_peek(strand, fd, in_ms(1)).error().code, ETIMEDOUT);
    EXPECT_FALSE(queue.is_reader_woken());
    arrives("x");
    EXPECT_TRUE(wait_to_peek(strand, fd, in_ms(5000)).ok());
    EXPECT_TRUE(queue.is_reader_woken());
}

TEST_F(TransferTest, WriteToNobody) {
    signal(SIGPIPE, SIG_IGN); // as PHP has it
    pair.theirs.reset();
    const auto sent = write_some(strand, fd, "x", 1, true, base::LazyDeadline(5'000'000));
    ASSERT_FALSE(sent.ok());
    EXPECT_EQ(sent.error().op, Op::Send);
    EXPECT_EQ(sent.error().code, EPIPE);
}

TEST_F(TransferTest, SendToTakesAll) {
    const std::string big(4'000'000, 'x');
    const pid_t reader = fork();
    if (reader == 0) {
        alarm(20);
        pair.ours.reset();
        size_t sum = 0;
        char block[65536];
        for (ssize_t got; sum < big.size() && (got = recv(pair.theirs.get(), block, sizeof(block), 0)) > 0;) {
            sum += static_cast<size_t>(got);
        }
        _exit(sum == big.size() ? 0 : 1);
    }
    EXPECT_EQ(send_to(strand, fd, {big.data(), big.size()}, kWaits).value(), big.size());
    int status = -1;
    waitpid(reader, &status, 0);
    EXPECT_EQ(status, 0);
}

TEST_F(TransferTest, SendToWithoutWaiting) {
    const std::string big(4'000'000, 'x');
    const auto sent = send_to(strand, fd, {big.data(), big.size()}, kTries);
    ASSERT_TRUE(sent.ok());
    EXPECT_LT(sent.value(), big.size());
    EXPECT_EQ(send_to(strand, fd, {"x", 1}, kTries).error().code, EAGAIN);
}

TEST_F(TransferTest, ReceivesDatagrams) {
    const Pair datagrams = socket_pair(SOCK_DGRAM);
    address::SocketAddress from;
    send(datagrams.theirs.get(), "hello", 5, 0);
    for (const auto mode : {Tries::Parks, Tries::Blocks}) {
        const MessageWait how{mode, sched::OnSignal::Return};
        EXPECT_EQ(receive_from(strand, datagrams.ours.get(), {buffer, 64}, MSG_PEEK, how, &from).value(), 5U);
    }
    EXPECT_EQ(receive_from(strand, datagrams.ours.get(), {buffer, 2}, 0, kWaits, nullptr).value(), 2U);
    EXPECT_EQ(receive_from(strand, datagrams.ours.get(), {buffer, 64}, 0, kTries, nullptr).error().code, EAGAIN);
}

// A descriptor that is non-blocking in the kernel behind a stream that says "blocking".
TEST_F(TransferTest, ReceiveWaitsItselfWhereTheKernelDoesNot) {
    set_blocking(fd, false);
    static int peer;
    peer = pair.theirs.get();
    body = [] {
        send(peer, "x", 1, 0);
        return sched::Handled::Nothing;
    };
    EXPECT_EQ(receive_from(strand, fd, {buffer, 64}, 0, {Tries::Blocks, sched::OnSignal::Return}, nullptr).value(), 1U);
}

TEST_F(TransferTest, OutOfBandIsNotWaitedFor) {
    EXPECT_FALSE(receive_from(strand, fd, {buffer, 64}, MSG_OOB, kWaits, nullptr).ok());
}

} // namespace
} // namespace uvstream::net
