// What ends a strand's waits from outside: limits, cancellations, signals, forks, deadlocks, burials; also where it
// waits in place, and where the others never leave the ready queue empty.
#include <cerrno>
#include <string>

#include "failing_calls.h"
#include "fake_strands.h"
#include "slow_names.h"
#include "uvstream/sched/exclusive.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using base::Interest;

class StrandEndsTest : public StrandsFixture {
  protected:
    Woken select(Strand& strand, int64_t us) {
        Interest interest{fd, POLLIN, true};
        return scheduler.select(strand, &interest, 1, Deadline::after_us(us));
    }

    std::string order;
};

TEST_F(StrandEndsTest, TimeComesBesideThoseWhoOnlyYield) {
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd), 1000), Woken::TimedOut);
        order += 't';
    });
    for (int n = 0; n < 2; ++n) {
        strands.spawn([&](Strand& strand) {
            for (int i = 0; i < 200; ++i) {
                VirtualTime::advance(100);
                EXPECT_TRUE(scheduler.yield(strand));
            }
            order += 'y';
        });
    }
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, "tyy");
}

// In the child nobody but the forking strand runs, whatever it does first.
TEST_F(StrandEndsTest, ForkBeforeThereIsALoop) {
    strands.spawn([&](Strand&) { order += 'p'; });
    EXPECT_EQ(exit_code_of_child([&] {
                  park(strands.main, Event::time(), 1000);
                  return order.empty() && scheduler.dispatcher().strands() == 1 ? 0 : 1;
              }),
              0);
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, "p");
}

TEST_F(StrandEndsTest, ForkThenOperationsThatNeverWait) {
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 5000), Woken::TimedOut); });
    EXPECT_EQ(park(strands.main, Event::time(), 1000), Woken::TimedOut);
    strands.spawn([&](Strand&) { order += 'p'; });
    EXPECT_EQ(exit_code_of_child([&] {
                  for (int i = 0; i < 200; ++i) EXPECT_TRUE(scheduler.begin_operation(strands.main));
                  return order.empty() ? 0 : 1;
              }),
              0);
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandEndsTest, ForkTellsWhoIsForgotten) {
    static int forgotten;
    forgotten = 0;
    scheduler.set_park_hooks({nullptr, nullptr, [](Strand&) { ++forgotten; }});
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd), 5000), Woken::TimedOut); });
    EXPECT_EQ(park(strands.main, Event::time(), 1000), Woken::TimedOut);
    EXPECT_EQ(exit_code_of_child([&] {
                  scheduler.leave_parents_loop();
                  return forgotten == 1 ? 0 : 1;
              }),
              0);
    EXPECT_EQ(forgotten, 0);
    EXPECT_TRUE(strands.run_all());
}

// The child of a task's fork ends that task, and goes on as {main}, whose wait is the parent's.
TEST_F(StrandEndsTest, ForkingStrandEndsInTheChild) {
    strands.spawn([&](Strand& strand) {
        if (exit_code_of_child([&] {
                scheduler.leave_parents_loop();
                scheduler.dispatcher().leave_to(strand, strands.main);
                return &scheduler.current() == &strands.main && scheduler.dispatcher().strands() == 1 ? 0 : 1;
            }) != 0) {
            order += '!';
        }
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, "");
}

TEST_F(StrandEndsTest, LimitWithNobodyElse) {
    strands.main.limit = Deadline::after_us(1000);
    EXPECT_FALSE(scheduler.may_block());
    EXPECT_EQ(park(strands.main, Event::time(), 1'000'000), Woken::LimitPassed);
    EXPECT_EQ(park(strands.main, Event::readable(fd), 1'000'000), Woken::LimitPassed);
    EXPECT_EQ(select(strands.main, 1'000'000), Woken::LimitPassed);
    EXPECT_EQ(VirtualTime::now_us(), 1'001'000);
    EXPECT_EQ(park(strands.main, Event::writable(fd)), Woken::Ready);
    EXPECT_EQ(park(strands.main, Event::readable(fd), 0), Woken::TimedOut);
}

TEST_F(StrandEndsTest, CancelledWithNobodyElse) {
    strands.main.cancel();
    EXPECT_FALSE(scheduler.may_block());
    EXPECT_EQ(park(strands.main, Event::time(), 1000), Woken::Cancelled);
    EXPECT_EQ(park(strands.main, Event::readable(fd), 1000), Woken::Cancelled);
    EXPECT_EQ(select(strands.main, 1000), Woken::Cancelled);
    EXPECT_EQ(park(strands.main, Event::writable(fd)), Woken::Ready);
    EXPECT_EQ(VirtualTime::now_us(), 1'000'000);
}

TEST_F(StrandEndsTest, LimitWhereItMayNotSwitch) {
    strands.spawn([&](Strand& strand) {
        strand.limit = Deadline::after_us(1000);
        FakeStrands::may_switch = false;
        EXPECT_EQ(park(strand, Event::readable(fd), 1'000'000), Woken::LimitPassed);
        EXPECT_EQ(select(strand, 1'000'000), Woken::LimitPassed);
        FakeStrands::may_switch = true;
    });
    EXPECT_TRUE(strands.run_all());
}

// The layer above makes an exception of it: it is told at the end of each wait that the strand itself ended.
std::vector<Woken> told;
void note_end(Strand& strand, Woken woken) {
    EXPECT_EQ(strand.last_woken, woken);
    EXPECT_FALSE(strand.parking.is_parked);
    told.push_back(woken);
}

class StrandTellsTest : public StrandEndsTest {
  protected:
    StrandTellsTest() {
        told.clear();
        strands.tell_ends(note_end);
    }
};

TEST_F(StrandTellsTest, CancellationAndLimitAreToldOnceForEachWait) {
    Strand& one = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 10), Woken::TimedOut);
        EXPECT_TRUE(told.empty());
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Cancelled);
        EXPECT_EQ(told.size(), 1u);
        EXPECT_EQ(select(strand, 1'000'000), Woken::Cancelled);
        EXPECT_EQ(told.size(), 2u);
        EXPECT_FALSE(scheduler.yield(strand));
        EXPECT_EQ(told, (std::vector<Woken>(3, Woken::Cancelled)));
        told.clear();
    });
    strands.spawn([&](Strand& strand) {
        park(strand, Event::time(), 1000);
        one.cancel();
        strand.limit = Deadline::after_us(1000);
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::LimitPassed);
        EXPECT_EQ(select(strand, 1'000'000), Woken::LimitPassed);
        EXPECT_FALSE(scheduler.yield(strand));
        EXPECT_EQ(told, (std::vector<Woken>(3, Woken::LimitPassed)));
    });
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandTellsTest, CloseAndRefusalAreNot) {
    strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Closed); });
    strands.spawn([&](Strand& strand) {
        scheduler.cancel_waits(fd);
        const bool flag = false;
        scheduler.dispatcher().forbid_switching();
        EXPECT_EQ(park(strand, Event::set(flag)), Woken::Refused);
        scheduler.dispatcher().allow_switching();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_TRUE(told.empty());
}

TEST_F(StrandTellsTest, Deadlock) {
    bool flag = false;
    Strand& one = strands.spawn([&](Strand& strand) { EXPECT_EQ(park(strand, Event::set(flag)), Woken::Ready); });
    EXPECT_FALSE(strands.run_all());
    EXPECT_EQ(told, (std::vector<Woken>{Woken::Deadlocked}));
    flag = true;
    one.wake();
    EXPECT_TRUE(strands.run_all());
}

// One whose operations never have to wait ends all the same: at the first that is to let others run. It is told so
// once, and may tidy up then.
TEST_F(StrandTellsTest, WhoNeverWaitsIsTold) {
    Strand& busy = strands.spawn([&](Strand& strand) {
        int operations = 0;
        while (scheduler.begin_operation(strand)) ASSERT_LT(++operations, 1000);
        EXPECT_EQ(told, (std::vector<Woken>{Woken::Cancelled}));
        for (int i = 0; i < 1000; ++i) EXPECT_TRUE(scheduler.begin_operation(strand));
        EXPECT_EQ(told.size(), 1u);
    });
    strands.spawn([&](Strand&) { busy.cancel(); });
    EXPECT_TRUE(strands.run_all());
}

// A wait for what those who are ready do at once (they leave what it is about to free): nothing cuts it short.
TEST_F(StrandTellsTest, NothingEndsAWaitUntilSet) {
    bool flag = false;
    Strand& one = strands.spawn([&](Strand& strand) {
        strand.cancel();
        strand.limit = Deadline::now();
        scheduler.park_until_set(strand, flag);
        EXPECT_TRUE(flag);
        order += '2';
    });
    strands.spawn([&](Strand& strand) {
        one.wake(); // for nothing
        scheduler.dispatcher().give_signal();
        EXPECT_TRUE(scheduler.yield(strand));
        order += '1';
        flag = true;
        one.wake();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, "12");
    EXPECT_TRUE(told.empty());
}

// What the loop refuses is looked at in slices: beside others that are always ready these are no waits at all.
TEST_F(StrandEndsTest, LimitWhereTheLoopRefuses) {
    scheduler.loop().open();
    const failing_calls::Failing no_watches(failing_calls::Call::AddWatch, ENOSPC);
    bool has_ended = false;
    strands.spawn([&](Strand& strand) {
        strand.limit = Deadline::after_us(1000);
        EXPECT_EQ(park(strand, Event::readable(fd), 1'000'000), Woken::LimitPassed);
        strand.cancel();
        EXPECT_EQ(park(strand, Event::readable(fd), 1'000'000), Woken::Cancelled);
        has_ended = true;
    });
    strands.spawn([&](Strand& strand) {
        for (int i = 0; i < 100 && !has_ended; ++i) {
            VirtualTime::advance(100);
            EXPECT_TRUE(scheduler.yield(strand));
        }
        EXPECT_TRUE(has_ended);
    });
    EXPECT_TRUE(strands.run_all());
}

// Something else that it uses is closed.
TEST_F(StrandEndsTest, ClosedWait) {
    Strand& waits = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::readable(fd)), Woken::Closed);
        EXPECT_EQ(park(strand, Event::readable(fd), 100), Woken::TimedOut); // that one only
        order += 'c';
    });
    Strand& sleeps = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(park(strand, Event::time(), 1000), Woken::TimedOut); // it waits for no descriptor
        order += 't';
    });
    EXPECT_EQ(park(strands.main, Event::time(), 10), Woken::TimedOut);
    waits.close_wait();
    sleeps.close_wait();
    strands.main.close_wait();
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, "ct");
}

// The hook runs in each strand that parks; a signal's handler in one of them, whose waits alone it ends.
TEST(StrandHookTest, HandlersOfAnotherStrandEndNoWait) {
    static int calls;
    calls = 0;
    FakeStrands strands([](const Waiter&) { return ++calls == 1 ? Handled::Signal : Handled::Nothing; });
    strands.spawn([](Strand& strand) {
        EXPECT_EQ(strand.scheduler.park(strand, Event::time(), Deadline::after_us(1000), OnSignal::Return),
                  Woken::TimedOut);
    });
    EXPECT_TRUE(strands.scheduler.yield(strands.main));
    EXPECT_EQ(calls, 1);
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandEndsTest, SignalInASelectionInPlaceIsForMain) {
    strands.spawn([&](Strand& strand) {
        FakeStrands::may_switch = false;
        VirtualTime::interrupt_after(1);
        EXPECT_EQ(select(strand, 1000), Woken::TimedOut);
        FakeStrands::may_switch = true;
    });
    EXPECT_EQ(scheduler.park(strands.main, Event::time(), Deadline::after_us(50'000), OnSignal::Return),
              Woken::Interrupted);
    EXPECT_TRUE(strands.run_all());
}

TEST_F(StrandEndsTest, DeadlockBehindWhatAStrandHas) {
    bool never = false;
    Exclusive exclusive;
    strands.spawn([&](Strand& strand) {
        exclusive.take(strand);
        EXPECT_EQ(park(strand, Event::set(never)), Woken::Ready);
        exclusive.give_back();
    });
    strands.spawn([&](Strand& strand) { EXPECT_EQ(exclusive.wait(strand, Deadline::never()), Woken::Ready); });
    EXPECT_FALSE(strands.run_all());
    EXPECT_EQ(FakeStrands::failures, 1);
    strands.spawn([&](Strand&) { never = true; }); // (nobody is woken by that: it is a deadlock still)
    EXPECT_FALSE(strands.run_all());
}

TEST_F(StrandEndsTest, WhoRunsTheHandlersIsBuried) {
    Strand& runner = strands.spawn([&](Strand& strand) { (void)park(strand, Event::readable(fd)); });
    EXPECT_EQ(park(strands.main, Event::time(), 10), Woken::TimedOut);
    scheduler.dispatcher().run_handlers_in(runner);
    scheduler.dispatcher().remove(runner);
    EXPECT_TRUE(scheduler.dispatcher().runs_handlers(strands.main));
}

TEST(StrandEndsInRealTimeTest, BuriedStrandsLookUpIsAbandoned) {
    FakeStrands strands;
    Scheduler& scheduler = strands.scheduler;
    const slow_names::Gate gate;
    Strand& asker = strands.spawn([&](Strand& strand) {
        loop::Ticket* const lookup = scheduler.begin_look_up(strand, "slow", SOCK_STREAM);
        (void)scheduler.park(strand, Event::answer(lookup), Deadline::never());
        ADD_FAILURE() << "it was buried";
    });
    EXPECT_EQ(scheduler.park(strands.main, Event::time(), Deadline::after_us(1000)), Woken::TimedOut);
    EXPECT_TRUE(slow_names::await_held(1));
    scheduler.dispatcher().remove(asker);
    slow_names::open_gate();
    while (!scheduler.is_alone()) (void)scheduler.park(strands.main, Event::time(), Deadline::after_us(5000));
}

} // namespace
} // namespace uvstream::sched
