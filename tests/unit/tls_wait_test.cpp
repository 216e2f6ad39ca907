#include "uvstream/stream/tls/tls_wait.h"

#include <cerrno>
#include <ctime>
#include <string>
#include <vector>

#include "fake_strands.h"
#include "net_test.h"

namespace uvstream::stream {
namespace {

using sched::OnSignal;
using For = TlsWait::For;

class TlsWaitTest : public NetTest {
  public:
    void arrives() { ASSERT_EQ(send(pair.theirs.get(), "x", 1, 0), 1); }

    // How often an operation is tried that is always refused, until its deadline; -1 where that does not end it. Takes
    // next to no time of the processor.
    int tries(For what) {
        TlsWait wait(waiter, fd, what);
        const auto deadline = in_ms(200);
        const std::clock_t before = std::clock();
        int count = 0;
        for (; count < 100000; ++count) {
            const auto waited = wait.next(deadline, OnSignal::LookAgain);
            if (waited.ok()) continue;
            EXPECT_EQ(waited.error().code, ETIMEDOUT);
            EXPECT_TRUE(deadline.passed());
            EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC / 10);
            return count;
        }
        return -1;
    }

    // How often it is to be tried at once, and what it wants then.
    std::pair<int, Wants> looks(For what) {
        TlsWait wait(waiter, fd, what);
        int count = 0;
        Wants wants;
        while ((wants = wait.look()) == Wants::Nothing && count < 1000) ++count;
        return {count, wants};
    }

    const sched::Waiter waiter{strand};
    Pair pair = socket_pair();
    const int fd = pair.ours.get();
};

constexpr For kAll[] = {For::Read, For::Write, For::Handshake};

// 8 tries and 64 more, and then one in 10 ms.
TEST_F(TlsWaitTest, AlwaysReadable) {
    arrives();
    for (const For what : kAll) {
        const int count = tries(what);
        EXPECT_GT(count, 8);
        EXPECT_LE(count, 8 + 64 + 21);
    }
}

TEST_F(TlsWaitTest, AlwaysReadableAndFull) {
    arrives();
    fill(fd);
    EXPECT_EQ(tries(For::Write), 0);
    EXPECT_LE(tries(For::Read), 21);
    EXPECT_LE(tries(For::Handshake), 21);
}

TEST_F(TlsWaitTest, HungUp) {
    pair.theirs.reset();
    for (const For what : kAll) EXPECT_LE(tries(what), 8 + 64 + 21);
}

TEST_F(TlsWaitTest, NothingComes) {
    EXPECT_LE(tries(For::Read), 3);
    EXPECT_LE(tries(For::Write), 64 + 3);
    EXPECT_LE(tries(For::Handshake), 6);
    fill(fd);
    for (const For what : kAll) EXPECT_EQ(tries(what), 0);
}

TEST_F(TlsWaitTest, DeadlineBeatsWhatIsAlwaysReady) {
    arrives();
    for (const For what : kAll) {
        TlsWait wait(waiter, fd, what);
        EXPECT_EQ(wait.next(base::Deadline::now(), OnSignal::GoOn).error().code, ETIMEDOUT);
    }
}

TEST_F(TlsWaitTest, LooksWithoutAWait) {
    EXPECT_EQ(looks(For::Read), std::make_pair(0, Wants::Read));
    EXPECT_EQ(looks(For::Write), std::make_pair(64, Wants::Read));
    arrives();
    EXPECT_EQ(looks(For::Read), std::make_pair(64, Wants::Read));
    fill(fd);
    EXPECT_EQ(looks(For::Read), std::make_pair(64, Wants::Write));
    EXPECT_EQ(looks(For::Write), std::make_pair(0, Wants::Write));
}

// A wait is cut into pieces; whoever came first is served first all the same.
TEST(TlsWaitStrandsTest, IdleReadersKeepTheirOrder) {
    const VirtualTime time;
    FakeStrands strands;
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    std::vector<int> order;
    for (int i = 0; i < 3; ++i) {
        strands.spawn([&, i](sched::Strand& strand) {
            const sched::Waiter waiter{strand};
            (void)strands.scheduler.park(strand, sched::Event::time(),
                                         base::Deadline::after_us(int64_t{7000} * (i + 1)));
            TlsWait wait(waiter, fd, For::Read);
            char byte;
            while (recv(fd, &byte, 1, MSG_DONTWAIT) != 1) {
                ASSERT_TRUE(wait.next(base::Deadline::never(), OnSignal::LookAgain).ok());
            }
            order.push_back(i);
            strands.scheduler.pass_on_reading(fd);
        });
    }
    strands.spawn([&](sched::Strand& strand) {
        for (int i = 0; i < 3; ++i) {
            (void)strands.scheduler.park(strand, sched::Event::time(), base::Deadline::after_us(1777777));
            send(pair.theirs.get(), "x", 1, 0);
        }
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (std::vector<int>{0, 1, 2}));
}

} // namespace
} // namespace uvstream::stream
