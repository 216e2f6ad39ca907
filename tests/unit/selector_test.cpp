#include "uvstream/sched/scheduler.h"

#include <cerrno>

#include <sys/resource.h>

#include "failing_calls.h"
#include "slow_names.h"
#include "test_sockets.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using base::Interest;
using failing_calls::Call;
using failing_calls::Failing;
using loop::kRead;
using loop::kWrite;

class SelectorTest : public testing::Test {
  protected:
    ~SelectorTest() override {
        for (const Pair& pair : pairs) table.closing(pair.ours.get());
    }

    // So many pairs that the loop is used, unless a test wants few.
    void open_pairs(int count) {
        for (int i = 0; i < count; ++i) pairs.push_back(socket_pair());
    }
    int fd(int i) const { return pairs[static_cast<size_t>(i)].ours.get(); }
    void say_to(int i) { send(pairs[static_cast<size_t>(i)].theirs.get(), "x", 1, 0); }
    void hear(int i) { drain(fd(i)); }

    std::vector<Interest> all(short events, bool is_ours = true) const {
        std::vector<Interest> interests;
        for (const Pair& pair : pairs) interests.push_back({pair.ours.get(), events, is_ours});
        return interests;
    }
    Woken wait(std::vector<Interest>& interests, Deadline deadline = Deadline::after_us(20'000)) {
        return scheduler.select(scheduler.main(), interests.data(), interests.size(), deadline);
    }
    // The pairs that can be read.
    std::vector<int> readable() {
        auto interests = all(POLLIN);
        const Woken waited = wait(interests);
        std::vector<int> met;
        for (size_t i = 0; i < interests.size(); ++i) {
            if (interests[i].is_met) met.push_back(static_cast<int>(i));
        }
        EXPECT_EQ(waited, met.empty() ? Woken::TimedOut : Woken::Ready);
        return met;
    }

    using Indexes = std::vector<int>;
    std::vector<Pair> pairs;
    Scheduler scheduler{nullptr};
    loop::EventLoop& loop = scheduler.loop();
    loop::WatcherTable& table = scheduler.watchers();
};

TEST_F(SelectorTest, FewNeedNoLoop) {
    open_pairs(3);
    say_to(1);
    EXPECT_EQ(readable(), Indexes{1});
    EXPECT_EQ(readable(), Indexes{1});
    EXPECT_FALSE(loop.is_open());
}

TEST_F(SelectorTest, ManyStayRegistered) {
    open_pairs(40);
    EXPECT_EQ(readable(), Indexes{}); // asked in vain
    EXPECT_EQ(table.at(fd(7)).armed, 0);
    EXPECT_EQ(readable(), Indexes{});
    EXPECT_EQ(table.at(fd(7)).armed, kRead);
    say_to(7);
    say_to(23);
    const Indexes both{7, 23};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(readable(), both);
    hear(7);
    EXPECT_EQ(readable(), Indexes{23});
    EXPECT_EQ(table.at(fd(7)).armed, kRead);
}

// At whatever call the system begins to refuse: what cannot be registered is polled.
TEST_F(SelectorTest, WithoutWatchesItPolls) {
    open_pairs(40);
    for (int good = 0; good < 100; good = good * 2 + 1) {
        table.renew_loop();
        const Failing no_watches(Call::AddWatch, ENOSPC, good);
        for (int i = 0; i < 3; ++i) EXPECT_EQ(readable(), Indexes{}) << good;
        say_to(7);
        say_to(23);
        const Indexes both{7, 23};
        for (int i = 0; i < 3; ++i) EXPECT_EQ(readable(), both) << good;
        hear(7);
        hear(23);
        EXPECT_GT(Failing::count(), 0);
    }
}

TEST_F(SelectorTest, WithoutWatchesBothDirectionsArePolled) {
    open_pairs(40);
    for (int i = 0; i < 40; ++i) fill(fd(i));
    auto interests = all(POLLIN);
    const auto writers = all(POLLOUT);
    interests.insert(interests.end(), writers.begin(), writers.end());
    for (int i = 0; i < 2; ++i) EXPECT_EQ(wait(interests), Woken::TimedOut); // registered from now on
    const Failing no_watches(Call::AddWatch, ENOMEM);
    say_to(5);
    drain(pairs[6].theirs.get());
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[5].is_met && interests[46].is_met);
    hear(5);
    fill(fd(6));
    EXPECT_EQ(wait(interests), Woken::TimedOut);
}

TEST_F(SelectorTest, WhatIsReadyAtOnceIsNeverRegistered) {
    open_pairs(40);
    auto interests = all(POLLOUT);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_EQ(table.at(fd(0)).armed, 0);
}

TEST_F(SelectorTest, ReadAndWriteOfOneDescriptor) {
    open_pairs(40);
    for (int i = 0; i < 40; ++i) fill(fd(i));
    auto interests = all(POLLIN);
    const auto writers = all(POLLOUT);
    interests.insert(interests.end(), writers.begin(), writers.end());
    for (int i = 0; i < 3; ++i) EXPECT_EQ(wait(interests), Woken::TimedOut);
    EXPECT_EQ(table.at(fd(5)).armed, kRead | kWrite);
    drain(pairs[5].theirs.get());
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_FALSE(interests[5].is_met);
    EXPECT_TRUE(interests[45].is_met);
    say_to(5);
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[5].is_met && interests[45].is_met);
}

TEST_F(SelectorTest, EitherDirectionByOneInterest) {
    open_pairs(1);
    auto interests = all(POLLIN | POLLOUT);
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[0].is_met); // there is room
    fill(fd(0));
    EXPECT_EQ(wait(interests = all(POLLIN | POLLOUT)), Woken::TimedOut);
    say_to(0);
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[0].is_met);
}

TEST_F(SelectorTest, TheSameDescriptorTwice) {
    open_pairs(40);
    auto interests = all(POLLIN);
    interests.push_back(interests[3]);
    EXPECT_EQ(wait(interests), Woken::TimedOut);
    EXPECT_EQ(wait(interests), Woken::TimedOut);
    say_to(3);
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[3].is_met && interests[40].is_met);
}

// The same descriptor as another's, which is not registered: the waiter of the first must not stay behind.
TEST_F(SelectorTest, AliasLeavesNoWaiterBehind) {
    open_pairs(40);
    readable();
    readable();
    auto interests = all(POLLIN);
    interests.push_back({fd(39), POLLIN, false});
    EXPECT_EQ(wait(interests), Woken::TimedOut);
    say_to(39);
    interests = all(POLLIN);
    interests.pop_back();
    EXPECT_EQ(wait(interests), Woken::TimedOut);
    EXPECT_TRUE(table.at(fd(39)).readers.is_empty());
    EXPECT_EQ(table.at(fd(39)).armed, 0);
}

// Registered and no longer asked for: it must neither end the wait nor keep the loop awake.
TEST_F(SelectorTest, WhatIsNoLongerAskedForDoesNotCount) {
    open_pairs(80);
    readable();
    readable();
    say_to(79);
    auto interests = all(POLLIN);
    interests.resize(40);
    EXPECT_EQ(wait(interests), Woken::TimedOut);
    EXPECT_EQ(table.at(fd(79)).armed, 0);
    EXPECT_EQ(readable(), Indexes{79});
}

TEST_F(SelectorTest, ForeignDescriptorsAreNeverRegistered) {
    open_pairs(40);
    auto interests = all(POLLIN, false);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(wait(interests), Woken::TimedOut);
    EXPECT_EQ(table.at(fd(9)).armed, 0);
    say_to(9);
    EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests[9].is_met);
}

TEST_F(SelectorTest, RegularFileIsAlwaysReady) {
    open_pairs(40);
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    auto interests = all(POLLIN);
    interests.push_back({file.get(), POLLIN, false});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(wait(interests), Woken::Ready);
    EXPECT_TRUE(interests.back().is_met);
}

TEST_F(SelectorTest, ClosedDescriptorSaysSo) {
    open_pairs(1);
    auto interests = all(POLLIN, false);
    interests[0].fd = 999;
    EXPECT_EQ(wait(interests, Deadline::never()), Woken::Ready);
    EXPECT_TRUE(interests[0].is_closed);
}

TEST_F(SelectorTest, SystemsRefusalIsNotRetried) {
    open_pairs(40);
    rlimit before;
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit low{20, before.rlim_max}; // poll(2) takes no more entries than that
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &low), 0);
    auto interests = all(POLLIN, false);
    EXPECT_EQ(wait(interests, Deadline::never()), Woken::Failed);
    EXPECT_EQ(errno, EINVAL);
    setrlimit(RLIMIT_NOFILE, &before);
}

// poll(2) tells of an error that select(2) would not count for this set; it must not spin.
TEST_F(SelectorTest, ErrorThatIsNotAskedForDoesNotEndTheWait) {
    int ends[2];
    ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
    const Fd write_end(ends[1]);
    close(ends[0]);
    std::vector<Interest> interests{{write_end.get(), POLLPRI, false}};
    EXPECT_EQ(wait(interests), Woken::TimedOut);
}

TEST_F(SelectorTest, CrowdIsPolled) {
    open_pairs(40);
    readable();
    readable();
    for (int i = 0; i < 40; ++i) say_to(i);
    EXPECT_EQ(readable().size(), 40u);
    EXPECT_EQ(readable().size(), 40u);
    for (int i = 1; i < 40; ++i) hear(i);
    EXPECT_EQ(readable(), Indexes{0});
    EXPECT_EQ(readable(), Indexes{0});
}

// Its number is free, or a file's, by the time it is to be registered again: libuv would abort.
TEST_F(SelectorTest, ClosedBehindOurBackIsNotRegistered) {
    open_pairs(40);
    readable();
    readable();
    say_to(39);
    auto interests = all(POLLIN);
    interests.pop_back();
    wait(interests); // an event that nobody waits for
    ASSERT_EQ(table.at(fd(39)).armed, 0);
    hear(39);
    const int number = fd(39);
    pairs[39].ours.reset();
    for (int i = 0; i < 2; ++i) {
        interests = all(POLLIN);
        interests[39].fd = number;
        EXPECT_EQ(wait(interests), Woken::Ready);
        EXPECT_TRUE(interests[39].is_closed);
    }
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    ASSERT_EQ(file.get(), number);
    for (int i = 0; i < 2; ++i) {
        interests = all(POLLIN);
        interests[39].fd = number;
        EXPECT_EQ(wait(interests), Woken::Ready);
        EXPECT_TRUE(interests[39].is_met);
    }
}

// Somebody else's look-up, say: even a few are registered then.
TEST_F(SelectorTest, LoopIsTurnedWhereSomebodyElseNeedsIt) {
    open_pairs(2);
    slow_names::close_gate();
    loop::Ticket* const lookup = scheduler.begin_look_up(scheduler.main(), "slow", SOCK_STREAM);
    ASSERT_TRUE(slow_names::await_held(1));
    for (int i = 0; i < 2; ++i) {
        auto interests = all(POLLIN);
        EXPECT_EQ(scheduler.select(scheduler.main(), interests.data(), 2, Deadline::after_us(20'000)), Woken::TimedOut);
    }
    EXPECT_EQ(table.at(fd(0)).armed, kRead);
    say_to(0);
    auto interests = all(POLLIN);
    EXPECT_EQ(scheduler.select(scheduler.main(), interests.data(), 2, Deadline::never()), Woken::Ready);
    EXPECT_TRUE(interests[0].is_met && !interests[1].is_met);
    scheduler.give_back(lookup);
    slow_names::open_gate();
    EXPECT_TRUE(slow_names::await_held(0));
}

// The old socket was closed behind our back, lives on in a duplicate, and its number is used again.
TEST_F(SelectorTest, PhantomsEndWithTheLoop) {
    open_pairs(40);
    readable();
    readable();
    ASSERT_EQ(table.at(fd(11)).armed, kRead);
    const Fd duplicate(fcntl(fd(11), F_DUPFD_CLOEXEC, 900));
    const int number = fd(11);
    Pair old = std::move(pairs[11]);
    old.ours.reset();
    pairs[11] = socket_pair();
    ASSERT_EQ(fd(11), number);
    table.opened(number);
    say_to(3); // something else happens first
    EXPECT_EQ(readable(), Indexes{3});
    send(old.theirs.get(), "x", 1, 0); // comes up under the number
    EXPECT_EQ(readable(), Indexes{3});
    hear(3);
    EXPECT_EQ(readable(), Indexes{});
    say_to(11);
    EXPECT_EQ(readable(), Indexes{11});
}

// The same without the number being used again: the loop wakes for nothing, and must not do so for ever.
TEST_F(SelectorTest, LoopThatWakesForNothingIsRebuilt) {
    open_pairs(41);
    readable();
    readable();
    const Fd duplicate(fcntl(fd(40), F_DUPFD_CLOEXEC, 900));
    Pair old = std::move(pairs.back());
    pairs.pop_back();
    const int number = old.ours.get();
    old.ours.reset();
    send(old.theirs.get(), "x", 1, 0);
    EXPECT_EQ(readable(), Indexes{});
    EXPECT_EQ(readable(), Indexes{});
    EXPECT_NE(loop::wait_one(uv_backend_fd(loop.open()), POLLIN, Deadline::now()), loop::Waited::Ready);
    table.closing(number);
}

} // namespace
} // namespace uvstream::sched
