#include "uvstream/loop/poll_wait.h"

#include <csignal>
#include <sys/time.h>

#include "test_sockets.h"

namespace uvstream::loop {
namespace {

using base::Deadline;

TEST(WaitOne, DataIsReady) {
    const Pair pair = socket_pair();
    ASSERT_EQ(send(pair.theirs.get(), "x", 1, 0), 1);
    EXPECT_EQ(wait_one(pair.ours.get(), POLLIN, Deadline::never()), Waited::Ready);
}

TEST(WaitOne, DeadlineIsNotEarly) {
    const Pair pair = socket_pair();
    const auto deadline = Deadline::after_us(30'000);
    EXPECT_EQ(wait_one(pair.ours.get(), POLLIN, deadline), Waited::TimedOut);
    EXPECT_TRUE(deadline.passed());
}

TEST(WaitOne, PassedDeadlineStillLooks) {
    const Pair pair = socket_pair();
    EXPECT_EQ(wait_one(pair.ours.get(), POLLIN, Deadline::after_us(0)), Waited::TimedOut);
    ASSERT_EQ(send(pair.theirs.get(), "x", 1, 0), 1);
    EXPECT_EQ(wait_one(pair.ours.get(), POLLIN, Deadline::after_us(0)), Waited::Ready);
}

TEST(WaitOne, NoDescriptorIsTimeAlone) {
    const auto deadline = Deadline::after_us(20'000);
    EXPECT_EQ(wait_one(-1, POLLIN, deadline), Waited::TimedOut);
    EXPECT_TRUE(deadline.passed());
}

TEST(WaitOne, EndErrorAndClosedAreReady) {
    Pair pair = socket_pair();
    pair.theirs.reset();
    EXPECT_EQ(wait_one(pair.ours.get(), POLLIN, Deadline::never()), Waited::Ready);
    EXPECT_EQ(wait_one(pair.ours.get(), POLLOUT, Deadline::never()), Waited::Ready);
    const int closed = pair.ours.get();
    pair.ours.reset();
    EXPECT_EQ(wait_one(closed, POLLIN, Deadline::never()), Waited::Ready);
}

TEST(WaitOne, SignalInterrupts) {
    struct sigaction action {
    }, before{};
    action.sa_handler = [](int) {};
    action.sa_flags = SA_RESTART; // poll is not restarted all the same
    sigaction(SIGALRM, &action, &before);
    const itimerval soon{{0, 10'000}, {0, 10'000}}, off{};
    setitimer(ITIMER_REAL, &soon, nullptr);
    EXPECT_EQ(wait_one(-1, POLLIN, Deadline::after_us(10'000'000)), Waited::Interrupted);
    setitimer(ITIMER_REAL, &off, nullptr);
    sigaction(SIGALRM, &before, nullptr);
}

} // namespace
} // namespace uvstream::loop
