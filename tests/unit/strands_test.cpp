// The wake-up protocol, rule by rule, with many strands and without PHP.
#include <cerrno>
#include <string>
#include <vector>

#include "fake_strands.h"
#include "slow_names.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using base::Interest;
using Order = std::vector<std::string>;

class StrandsTest : public StrandsFixture {
  protected:
    static char read_byte(int fd) {
        char byte = 0;
        return recv(fd, &byte, 1, MSG_DONTWAIT) == 1 ? byte : '-';
    }
    void say(char what = 'x') const { send(pair.theirs.get(), &what, 1, 0); }
    void expect_clean() {
        EXPECT_EQ(scheduler.watchers().at(fd).wanted(), 0);
        EXPECT_TRUE(scheduler.dispatcher().ready().is_empty());
        EXPECT_EQ(scheduler.dispatcher().strands(), 1u);
    }

    Order order;
};

TEST_F(StrandsTest, StartsWhenItsCreatorWaits) {
    strands.spawn([&](Strand&) { order.emplace_back("task"); });
    order.emplace_back("main");
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"main", "task"}));
    expect_clean();
}

TEST_F(StrandsTest, ReadersAreServedInOrder) {
    for (int i = 0; i < 5; ++i) {
        strands.spawn([&, i](Strand& strand) {
            EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
            order.push_back(std::to_string(i) + read_byte(fd));
            scheduler.pass_on_reading(fd);
        });
    }
    strands.spawn([&](Strand&) {
        for (const char c : std::string("abcde")) say(c);
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"0a", "1b", "2c", "3d", "4e"}));
    expect_clean();
}

// Between the event and the first reader's turn another comes by: it sees that somebody stands there.
TEST_F(StrandsTest, NobodyTakesWhatAnotherWasWokenFor) {
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.push_back(std::string("first ") + read_byte(fd));
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        say('a');
        EXPECT_TRUE(scheduler.has_readers(fd));
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.push_back(std::string("second ") + read_byte(fd));
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 2000), Woken::TimedOut);
        say('b');
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"first a", "second b"}));
    EXPECT_FALSE(scheduler.has_readers(fd));
}

TEST_F(StrandsTest, WokenInVainItStaysTheFirst) {
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        drain(fd); // another process was faster, say
        Event again = Event::readable(fd);
        again.as_first = true;
        EXPECT_EQ(park(strand, again), Woken::Ready);
        order.push_back(std::string("first ") + read_byte(fd));
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.push_back(std::string("second ") + read_byte(fd));
    });
    strands.spawn([&](Strand& strand) {
        for (const char c : std::string("xab")) {
            say(c);
            EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        }
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"first a", "second b"}));
}

TEST_F(StrandsTest, ReaderAndWriterOfOneDescriptor) {
    fill(fd);
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.emplace_back("reader");
        drain(pair.theirs.get());
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::writable(fd)), Woken::Ready);
        order.emplace_back("writer");
    });
    strands.spawn([&](Strand&) { say(); });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"reader", "writer"}));
    expect_clean();
}

TEST_F(StrandsTest, DeadlinesComeInTheirOrder) {
    const int64_t begin = VirtualTime::now_us();
    for (const int ms : {30, 10, 20, 10, 5}) {
        strands.spawn([&, ms](Strand& strand) {
            EXPECT_EQ(park(strand, Event::time(), int64_t{ms} * 1000), Woken::TimedOut);
            order.push_back(std::to_string(ms));
            EXPECT_GE(VirtualTime::now_us(), begin + int64_t{ms} * 1000);
        });
    }
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"5", "10", "10", "20", "30"}));
    EXPECT_LT(VirtualTime::now_us(), begin + 31'000);
}

// The heap is lazy: an entry of a wait that ended stays, and must not end the next one.
TEST_F(StrandsTest, EarlierDeadlineOfAPastWaitDoesNotCount) {
    strands.spawn([&](Strand& strand) {
        say();
        EXPECT_EQ(park(strand, Event::readable(fd), 10'000), Woken::Ready);
        drain(fd);
        EXPECT_EQ(park(strand, Event::readable(fd), 50'000), Woken::TimedOut);
        order.push_back(std::to_string((VirtualTime::now_us() - 1'000'000) / 1000));
        EXPECT_EQ(park(strand, Event::time(), 2'000), Woken::TimedOut);
        order.push_back(std::to_string((VirtualTime::now_us() - 1'000'000) / 1000));
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"50", "52"}));
}

// The heap still has a later time of a wait that has ended early.
TEST_F(StrandsTest, EarlierDeadlineThanAPastWaitsComesInTime) {
    const bool is_set = false;
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd), 900'000), Woken::Ready);
        const auto soon = Deadline::after_us(1000);
        EXPECT_EQ(scheduler.park(strand, Event::set(is_set), soon), Woken::TimedOut);
        EXPECT_LT(VirtualTime::now_us(), 1'100'000);
    });
    strands.spawn([&](Strand&) { say(); });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, ValueBeatsTheDeadline) {
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 1000), Woken::Ready); });
    strands.spawn([&](Strand&) {
        say();
        VirtualTime::advance(5000); // this one takes long: both are there when the other looks
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, ValueBeatsTheCancellation) {
    Strand& reader = strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready); });
    strands.spawn([&](Strand&) {
        say();
        reader.cancel();
    });
    EXPECT_TRUE(strands.run_all());
    expect_clean();
}

TEST_F(StrandsTest, DeadlineBeatsTheCancellation) {
    Strand& reader =
        strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 1000), Woken::TimedOut); });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        reader.cancel();
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, CancellationEndsEveryWaitFromThenOn) {
    Strand& one = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Cancelled);
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::Cancelled);
        EXPECT_EQ(park(strand, Event::writable(fd)), Woken::Ready); // there is room: it has happened
        Interest interest{fd, POLLIN, true};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::never()), Woken::Cancelled);
    });
    strands.spawn([&](Strand&) { one.cancel(); });
    EXPECT_TRUE(strands.run_all());
    expect_clean();
}

TEST_F(StrandsTest, CancelledBeforeItRan) {
    Strand& one =
        strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::time(), 5000), Woken::Cancelled); });
    one.cancel();
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(VirtualTime::now_us(), 1'000'000);
}

TEST_F(StrandsTest, LimitEndsAWaitThatHasALaterDeadline) {
    strands.spawn([&](Strand& strand) {
        strand.limit = Deadline::after_us(1000);
        EXPECT_EQ(park(strand, Event::readable(fd), 500), Woken::TimedOut);
        EXPECT_EQ(park(strand, Event::readable(fd), 5000), Woken::LimitPassed);
        EXPECT_EQ(park(strand, Event::time()), Woken::LimitPassed);
        say();
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(VirtualTime::now_us(), 1'001'000);
}

// A wake-up that comes late, when the strand is in another wait or in none.
TEST_F(StrandsTest, LateWakeUpDoesNotEndALaterWait) {
    bool flag = false;
    Strand& sleeper = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::set(flag), 1000), Woken::TimedOut);
        EXPECT_EQ(park(strand, Event::time(), 10'000), Woken::TimedOut);
        EXPECT_EQ(VirtualTime::now_us(), 1'011'000);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 5000), Woken::TimedOut);
        flag = true;
        sleeper.wake();
        sleeper.wake();
    });
    EXPECT_TRUE(strands.run_all());
}

// One that timed out and was woken as well must not stay in the ready queue, to be switched to after its end.
TEST_F(StrandsTest, WhoLeavesAWaitLeavesTheReadyQueue) {
    bool flag = false;
    Strand* sleeper = nullptr;
    sleeper = &strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::set(flag), 1000), Woken::Ready);
        sleeper->wake();
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 500), Woken::TimedOut);
        flag = true;
        sleeper->wake();
        VirtualTime::advance(1000); // and its time has come
    });
    EXPECT_TRUE(strands.run_all());
    expect_clean();
}

TEST_F(StrandsTest, FlagThatIsSetAlreadyNeedsNoWait) {
    bool flag = true;
    EXPECT_EQ(park(strands.main, Event::set(flag)), Woken::Ready);
    EXPECT_EQ(FakeStrands::switches, 0);
}

TEST_F(StrandsTest, ErrorIsForEverybody) {
    for (int i = 0; i < 3; ++i) {
        strands.spawn([&](Strand& strand) {
            EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
            order.emplace_back("woken");
            scheduler.pass_on_reading(fd);
        });
    }
    strands.spawn([&](Strand&) { pair.theirs.reset(); });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order.size(), 3u);
}

TEST_F(StrandsTest, ClosingCancelsAllWhoWait) {
    for (int i = 0; i < 3; ++i) {
        strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 60'000'000), Woken::Closed); });
    }
    strands.spawn([&](Strand& strand) {
        Interest interests[] = {{fd, POLLIN, true}, {fd, POLLPRI, true}};
        EXPECT_EQ(scheduler.select(strand, interests, 2, Deadline::never()), Woken::Closed);
    });
    strands.spawn([&](Strand&) {
        scheduler.closing(fd);
        pair.ours.reset();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(VirtualTime::now_us(), 1'000'000);
    expect_clean();
}

// The number is another's at once, and nothing of the old one's is told to who waits for that.
TEST_F(StrandsTest, NumberOfAClosedDescriptorIsUsedAgain) {
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Closed); });
    strands.spawn([&](Strand& strand) {
        say();
        scheduler.closing(fd);
        pair.ours.reset();
        const Pair next = socket_pair();
        ASSERT_EQ(next.ours.get(), fd);
        scheduler.opened(fd);
        EXPECT_EQ(park(strand, Event::readable(fd), 1000), Woken::TimedOut);
        scheduler.closing(fd);
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, SelectionsAndReadersShareADescriptor) {
    const Pair other = socket_pair();
    strands.spawn([&](Strand& strand) {
        Interest interests[] = {
            {other.ours.get(), POLLIN, true}, {fd, POLLIN, true}, {other.ours.get(), POLLIN, false}};
        EXPECT_EQ(scheduler.select(strand, interests, 3, Deadline::never()), Woken::Ready);
        EXPECT_TRUE(interests[1].is_met && !interests[0].is_met);
        order.push_back(std::string("select ") + read_byte(fd));
        scheduler.pass_on_reading(fd);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.push_back(std::string("read ") + read_byte(fd));
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        say('a');
        say('b');
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"select a", "read b"}));
    expect_clean();
    EXPECT_EQ(scheduler.watchers().at(other.ours.get()).wanted(), 0);
}

// Of pipes nobody tells the loop when they are closed: they are on it for the time of the wait.
TEST_F(StrandsTest, ForeignDescriptorsAreOnTheLoopForTheWaitAlone) {
    int ends[2];
    ASSERT_EQ(pipe2(ends, O_CLOEXEC), 0);
    const Fd to_read(ends[0]), to_write(ends[1]);
    strands.spawn([&](Strand& strand) {
        Interest interest{to_read.get(), POLLIN, false};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::never()), Woken::Ready);
        EXPECT_TRUE(interest.is_met);
        EXPECT_EQ(scheduler.watchers().at(to_read.get()).armed, 0);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 200'000), Woken::TimedOut);
        EXPECT_EQ(write(to_write.get(), "x", 1), 1);
    });
    EXPECT_TRUE(strands.run_all());
    scheduler.watchers().closing(to_read.get());
}

// Room to write may be a hang-up, so that the selection looks: in vain, and it goes on to be told of what comes.
TEST_F(StrandsTest, SelectionThatLookedInVainIsToldAgain) {
    Pair other = socket_pair();
    fill(fd);
    for (const bool same : {false, true}) {
        strands.spawn([&, same](Strand& strand) {
            Interest interests[] = {{fd, POLLIN, true}, {other.ours.get(), POLLIN, true}};
            EXPECT_EQ(scheduler.select(strand, interests, same ? 1 : 2, Deadline::after_us(1'000'000)), Woken::Ready);
            EXPECT_EQ(interests[0].is_met, same);
        });
    }
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::writable(fd)), Woken::Ready); });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        drain(pair.theirs.get());
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        send(other.theirs.get(), "x", 1, 0);
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        say();
    });
    EXPECT_TRUE(strands.run_all());
    expect_clean();
}

// Of urgent data nothing tells: the strand leaves the lines and joins them again, as often as it takes.
TEST_F(StrandsTest, SelectionThatLooksAgainIsInEachLineOnce) {
    Pair other = socket_pair();
    strands.spawn([&](Strand& strand) {
        Interest interests[] = {
            {fd, POLLIN, true}, {other.ours.get(), POLLIN, true}, {other.ours.get(), POLLPRI, true}};
        EXPECT_EQ(scheduler.select(strand, interests, 3, Deadline::never()), Woken::Ready);
        EXPECT_FALSE(interests[0].is_met);
        EXPECT_TRUE(interests[1].is_met);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1'030'000), Woken::TimedOut);
        send(other.theirs.get(), "x", 1, 0);
        const int64_t sent = VirtualTime::now_us();
        EXPECT_EQ(park(strand, Event::time(), 1'000), Woken::TimedOut);
        EXPECT_EQ(strands.live(), 1u) << VirtualTime::now_us() - sent;
    });
    EXPECT_TRUE(strands.run_all());
    expect_clean();
}

// Who only looks takes nothing: those behind it are told as well, to the first that takes.
TEST_F(StrandsTest, SelectionInFrontIsPassedOver) {
    Order told;
    strands.spawn([&](Strand& strand) {
        Interest interest{fd, POLLIN, true};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::after_us(5000)), Woken::TimedOut);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd), 5000), Woken::Ready);
        told.emplace_back("reader");
    });
    EXPECT_EQ(park(strands.main, Event::time(), 10), Woken::TimedOut);
    scheduler.watchers().at(fd).readers.fire_first(true); // bytes in a buffer, say: the kernel has none
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(told, (Order{"reader"}));
}

TEST_F(StrandsTest, RegularFileInASelectionIsReady) {
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    strands.spawn([&](Strand& strand) {
        Interest interests[] = {{fd, POLLIN, true}, {file.get(), POLLIN, false}};
        EXPECT_EQ(scheduler.select(strand, interests, 2, Deadline::never()), Woken::Ready);
        EXPECT_TRUE(interests[1].is_met);
    });
    EXPECT_TRUE(strands.run_all());
}

// What the loop refuses is looked at, and the others run between two looks.
TEST_F(StrandsTest, WhatTheLoopRefusesHoldsUpNobody) {
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(file.get())), Woken::Ready); });
    strands.spawn([&](Strand& strand) {
        Interest interest{fd, POLLPRI, true};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::after_us(300'000)), Woken::TimedOut);
    });
    strands.spawn([&](Strand& strand) {
        for (int i = 0; i < 5; ++i) EXPECT_EQ(park(strand, Event::time(), 10'000), Woken::TimedOut);
        EXPECT_EQ(VirtualTime::now_us(), 1'050'000);
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, LoopThatIsRenewedArmsEverybody) {
    const Pair other = socket_pair();
    for (const int one : {fd, other.ours.get()}) {
        strands.spawn([&, one](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(one)), Woken::Ready); });
    }
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut);
        scheduler.watchers().renew_loop();
        say();
        send(other.theirs.get(), "x", 1, 0);
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, StrandThatMayNotSwitchWaitsInPlace) {
    bool has_run = false;
    strands.spawn([&](Strand&) { has_run = true; });
    for (const bool by_counter : {true, false}) {
        FakeStrands::may_switch = by_counter;
        if (by_counter) scheduler.dispatcher().forbid_switching();
        EXPECT_EQ(park(strands.main, Event::readable(fd), 1000), Woken::TimedOut);
        say();
        EXPECT_EQ(park(strands.main, Event::readable(fd), 1000), Woken::Ready);
        drain(fd);
        Interest interest{fd, POLLIN, true};
        EXPECT_EQ(scheduler.select(strands.main, &interest, 1, Deadline::after_us(1000)), Woken::TimedOut);
        if (by_counter) scheduler.dispatcher().allow_switching();
    }
    bool flag = false;
    EXPECT_EQ(park(strands.main, Event::set(flag)), Woken::Refused); // nobody can set it meanwhile
    EXPECT_FALSE(has_run);
    FakeStrands::may_switch = true;
    EXPECT_TRUE(strands.run_all());
    EXPECT_TRUE(has_run);
}

TEST_F(StrandsTest, SaysWhoWaitsForWhat) {
    using Kind = Event::Kind;
    bool flag = false, is_seen = false;
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Closed); });
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::set(flag)), Woken::Ready); });
    strands.spawn([&](Strand& strand) {
        Interest interest{fd, POLLIN, true};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::never()), Woken::Closed);
    });
    Strand& yields = strands.spawn([&](Strand& strand) {
        while (!is_seen) {
            EXPECT_TRUE(scheduler.yield(strand));
            VirtualTime::advance(1);
        }
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 10), Woken::TimedOut);
        EXPECT_FALSE(strand.parking.is_parked);
        std::vector<Kind> kinds;
        scheduler.dispatcher().for_each([&](Strand& one) {
            if (!one.parking.is_parked) return;
            const Event& event = one.parking.waits_for;
            kinds.push_back(event.kind);
            EXPECT_EQ(event.kind == Kind::Readable, event.fd == fd);
            EXPECT_EQ(one.parking.is_ready, &one == &yields);
            if (event.kind == Kind::Flag && event.flag == &flag) {
                flag = true;
                one.wake();
            }
        });
        EXPECT_EQ(kinds, (std::vector<Kind>{Kind::Turn, Kind::Many, Kind::Flag, Kind::Readable, Kind::Flag}));
        is_seen = true;
        scheduler.cancel_waits(fd);
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, CountsWaitsSwitchesAndTurns) {
    const auto& counts = scheduler.dispatcher().counts();
    EXPECT_EQ(park(strands.main, Event::time(), 10), Woken::TimedOut); // nobody else: none of them
    EXPECT_EQ(counts.switches + counts.parked + counts.in_place + counts.turns, 0u);
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 10), Woken::TimedOut);
        Interest interest{fd, POLLIN, true};
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::now()), Woken::TimedOut); // only looks
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::after_us(10)), Woken::TimedOut);
        EXPECT_EQ(counts.in_place, 0u);
        scheduler.dispatcher().forbid_switching();
        EXPECT_EQ(park(strand, Event::time(), 10), Woken::TimedOut);
        EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::after_us(10)), Woken::TimedOut);
        scheduler.dispatcher().allow_switching();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(counts.parked, 3u); // with {main}'s
    EXPECT_EQ(counts.in_place, 2u);
    EXPECT_EQ(counts.switches, 2u);
    EXPECT_GE(counts.turns, 2u);
    scheduler.end_request();
    EXPECT_EQ(counts.parked, 0u);
}

TEST_F(StrandsTest, DeadlockIsToldToMain) {
    bool flag = false;
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::set(flag)), Woken::Cancelled); });
    EXPECT_FALSE(strands.run_all());
    EXPECT_EQ(FakeStrands::failures, 1);
    EXPECT_EQ(strands.live(), 1u);
    // It may be mended: nothing was lost.
    strands.spawn([&](Strand&) { order.emplace_back("later"); });
    EXPECT_FALSE(strands.run_all());
    EXPECT_EQ(order, Order{"later"});
    EXPECT_EQ(FakeStrands::failures, 2);
}

TEST_F(StrandsTest, SignalIsForMain) {
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 10'000), Woken::TimedOut); });
    VirtualTime::interrupt_after(1);
    EXPECT_EQ(scheduler.park(strands.main, Event::time(), Deadline::after_us(50'000), OnSignal::Return),
              Woken::Interrupted);
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(VirtualTime::now_us(), 1'010'000);
}

// Another strand waits in place, and the signal ends its wait in the kernel: it is told to who runs the handlers.
TEST_F(StrandsTest, SignalInAWaitInPlaceIsForMain) {
    bool has_ended = false;
    strands.spawn([&](Strand& strand) {
        scheduler.dispatcher().forbid_switching();
        VirtualTime::interrupt_after(1);
        EXPECT_EQ(scheduler.park(strand, Event::readable(fd), Deadline::after_us(1000), OnSignal::Return),
                  Woken::TimedOut);
        scheduler.dispatcher().allow_switching();
        has_ended = true;
    });
    const auto deadline = Deadline::after_us(50'000);
    EXPECT_EQ(scheduler.park(strands.main, Event::time(), deadline, OnSignal::Return), Woken::Interrupted);
    EXPECT_TRUE(has_ended);
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, SignalIsForWhomeverItIsGivenTo) {
    Strand& runner = strands.spawn([&](Strand& strand) {
        VirtualTime::interrupt_after(1);
        EXPECT_EQ(scheduler.park(strand, Event::time(), Deadline::after_us(50'000), OnSignal::Return),
                  Woken::Interrupted);
        scheduler.dispatcher().run_handlers_in(strands.main);
    });
    scheduler.dispatcher().run_handlers_in(runner);
    EXPECT_TRUE(strands.run_all());
}

// One that never waits for anything that is not there lets the others run after a while, and the loop turn.
TEST_F(StrandsTest, BusyStrandYields) {
    strands.spawn([&](Strand& strand) {
        for (int i = 0; i < 1000 && order.empty(); ++i) {
            scheduler.begin_operation(strand);
            say();
            drain(fd);
        }
        EXPECT_EQ(order, Order{"other"});
    });
    const Pair other = socket_pair();
    send(other.theirs.get(), "x", 1, 0);
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(other.ours.get())), Woken::Ready);
        order.emplace_back("other");
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, SlowStrandYieldsByTheClock) {
    int operations = 0;
    strands.spawn([&](Strand& strand) {
        for (; order.empty(); ++operations) {
            scheduler.begin_operation(strand);
            VirtualTime::advance(2000);
        }
    });
    strands.spawn([&](Strand&) { order.emplace_back("other"); });
    EXPECT_TRUE(strands.run_all());
    EXPECT_LT(operations, 16); // which end its slice by their number
}

// What comes for one who waits is looked for after each pass over the others, and is its own in the pass after that.
TEST_F(StrandsTest, ManyBusyStrandsHoldNobodyUpForLong) {
    constexpr int kBusy = 8, kSentAt = 1000;
    const Pair quiet = socket_pair();
    int operations = 0;
    bool done = false;
    for (int i = 0; i < kBusy; ++i) {
        strands.spawn([&](Strand& strand) {
            while (!done && operations < 100000) {
                scheduler.begin_operation(strand);
                if (++operations == kSentAt) send(quiet.theirs.get(), "x", 1, 0);
            }
        });
    }
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(quiet.ours.get())), Woken::Ready);
        done = true;
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_LE(operations - kSentAt, 2 * kBusy * 16);
}

TEST_F(StrandsTest, SelectionThatNeverWaitsYields) {
    strands.spawn([&](Strand& strand) {
        for (int i = 0; i < 1000 && order.empty(); ++i) {
            Interest interest{fd, POLLIN, true};
            EXPECT_EQ(scheduler.select(strand, &interest, 1, Deadline::now()), Woken::TimedOut);
        }
        EXPECT_EQ(order, Order{"other"});
    });
    strands.spawn([&](Strand&) { order.emplace_back("other"); });
    EXPECT_TRUE(strands.run_all());
}

// Two that wake each other for ever: whoever waits for the kernel is not forgotten.
TEST_F(StrandsTest, QueueThatRefillsDoesNotStopTheLoop) {
    bool done = false, flags[2] = {};
    Strand* players[2];
    for (int i = 0; i < 2; ++i) {
        players[i] = &strands.spawn([&, i](Strand& strand) {
            while (!done) {
                flags[1 - i] = true;
                players[1 - i]->wake();
                EXPECT_EQ(park(strand, Event::set(flags[i])), Woken::Ready);
                flags[i] = false;
            }
            flags[1 - i] = true;
            players[1 - i]->wake();
        });
    }
    strands.spawn([&](Strand& strand) {
        say();
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        done = true;
    });
    EXPECT_TRUE(strands.run_all());
}

// In real time: the thread's is not ours to move.
TEST(StrandsInRealTimeTest, LookUpsGoOnBesideTheOthers) {
    FakeStrands strands;
    Scheduler& scheduler = strands.scheduler;
    slow_names::close_gate();
    bool is_answered = false;
    strands.spawn([&](Strand& strand) {
        loop::Ticket* const lookup = scheduler.begin_look_up(strand, "slow", SOCK_STREAM);
        EXPECT_EQ(scheduler.park(strand, Event::answer(lookup), Deadline::after_us(60'000'000)), Woken::Ready);
        EXPECT_EQ(loop::question_of(*lookup).status, 0);
        scheduler.give_back(lookup);
        is_answered = true;
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_TRUE(slow_names::await_held(1));
        EXPECT_EQ(scheduler.park(strand, Event::time(), Deadline::after_us(1000)), Woken::TimedOut);
        EXPECT_FALSE(is_answered);
        slow_names::open_gate();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_TRUE(is_answered);
}

// After a fatal error: no destructor runs, and whoever buries it takes it out of everything.
TEST_F(StrandsTest, BuriedStrandLeavesNothingBehind) {
    {
        FakeStrands doomed;
        Strand& one = doomed.spawn([&](Strand& strand) {
            (void)doomed.scheduler.park(strand, Event::either(fd), Deadline::after_us(1000));
            ADD_FAILURE() << "it was buried";
        });
        Strand& chooser = doomed.spawn([&](Strand& strand) {
            Interest interests[] = {{fd, POLLIN, true}, {fd, POLLOUT, true}};
            (void)doomed.scheduler.select(strand, interests, 2, Deadline::never());
            ADD_FAILURE() << "it was buried";
        });
        fill(fd);
        EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(500)), Woken::TimedOut);
        one.wake();
        doomed.scheduler.dispatcher().remove(one);
        doomed.scheduler.dispatcher().remove(chooser);
        EXPECT_EQ(doomed.scheduler.watchers().at(fd).wanted(), 0);
        EXPECT_TRUE(doomed.scheduler.dispatcher().ready().is_empty());
        EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(5000)), Woken::TimedOut);
    }
}

// Woken, and buried before it ran: what has come is the next one's, and the kernel might not say it again.
TEST_F(StrandsTest, BuriedStrandHandsOnWhatItWasWokenFor) {
    FakeStrands doomed;
    Strand& first = doomed.spawn([&](Strand& strand) {
        (void)doomed.scheduler.park(strand, Event::readable(fd), Deadline::never());
        ADD_FAILURE() << "it was buried";
    });
    bool is_woken = false;
    doomed.spawn([&](Strand& strand) {
        EXPECT_EQ(doomed.scheduler.park(strand, Event::readable(fd), Deadline::after_us(1000)), Woken::Ready);
        is_woken = true;
    });
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(10)), Woken::TimedOut);
    doomed.scheduler.pass_on_reading(fd); // bytes in a buffer, say
    doomed.scheduler.dispatcher().remove(first);
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(5)), Woken::TimedOut);
    EXPECT_TRUE(is_woken);
}

TEST_F(StrandsTest, EndOfRequestEmptiesEverything) {
    FakeStrands doomed;
    doomed.spawn([&](Strand& strand) { (void)doomed.scheduler.park(strand, Event::readable(fd), Deadline::never()); });
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(500)), Woken::TimedOut);
    doomed.scheduler.end_request();
    EXPECT_EQ(doomed.scheduler.watchers().at(fd).wanted(), 0);
    EXPECT_FALSE(doomed.scheduler.loop().is_open());
}

// In the child the others' waits are gone, and the loop is the parent's: nothing of the parent's changes.
TEST_F(StrandsTest, ChildGoesOnAlone) {
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Ready);
        order.emplace_back("parent's");
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(exit_code_of_child([&] {
                      if (scheduler.dispatcher().strands() != 3) return 1;
                      if (park(strand, Event::time(), 1000) != Woken::TimedOut)
                          return 2; // in place: nobody else is left
                      if (scheduler.dispatcher().strands() != 1) return 3;
                      if (scheduler.watchers().at(fd).wanted() != 0) return 4;
                      scheduler.closing(fd);
                      return order.empty() ? 0 : 5;
                  }),
                  0);
        say();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, Order{"parent's"});
}

// What upper layers keep for the owner of a wait: around each in which others may run, and no other.
TEST_F(StrandsTest, OwnerIsKeptWhileOthersRun) {
    static int kept, dropped;
    static bool is_closed;
    kept = dropped = 0;
    is_closed = false;
    scheduler.set_park_hooks({[](void* owner) -> void* { return ++kept, owner; },
                              [](void* owner, void* same) {
                                  dropped += same == owner ? 1 : 100;
                                  return owner == nullptr || !is_closed;
                              }});
    EXPECT_EQ(scheduler.park({strands.main, &kept}, Event::time(), Deadline::after_us(1000)), Woken::TimedOut);
    EXPECT_EQ(kept, 0); // alone
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(scheduler.park({strand, &kept}, Event::readable(fd), Deadline::after_us(1000)), Woken::TimedOut);
        EXPECT_EQ(dropped, 1);
    });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(kept, 2); // {main}'s and the other's
        EXPECT_EQ(scheduler.park({strand, &kept}, Event::time(), Deadline::now()), Woken::TimedOut);
        EXPECT_EQ(kept, 2);
    });
    EXPECT_EQ(scheduler.park({strands.main, &kept}, Event::time(), Deadline::after_us(5000)), Woken::TimedOut);
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(kept, dropped);
    // Closed meanwhile: in a wait, and in a yield.
    is_closed = true;
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(scheduler.park({strand, &kept}, Event::time(), Deadline::after_us(10)), Woken::Closed);
        bool is_open = true;
        for (int i = 0; i < 100 && is_open; ++i) is_open = scheduler.begin_operation({strand, &kept});
        EXPECT_FALSE(is_open);
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(kept, dropped);
    scheduler.set_park_hooks({});
}

TEST_F(StrandsTest, StreamIsClosedAndItsDescriptorStays) {
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Closed);
        EXPECT_EQ(park(strand, Event::writable(fd)), Woken::Ready); // it is there still
    });
    strands.spawn([&](Strand&) { scheduler.cancel_waits(fd); });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandsTest, EntryOfADescriptorIsSmall) { EXPECT_LE(sizeof(loop::Watcher), 64u); }

} // namespace
} // namespace uvstream::sched
