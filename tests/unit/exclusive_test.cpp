// One strand at a time, the others in line: with many strands and without PHP.
#include "uvstream/sched/exclusive.h"

#include <string>
#include <vector>

#include "fake_strands.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using Order = std::vector<std::string>;

class ExclusiveTest : public StrandsFixture {
  protected:
    void sleep(Strand& strand, int64_t us) { EXPECT_EQ(park(strand, Event::time(), us), Woken::TimedOut); }
    // Takes it, keeps it for a while, and gives it back.
    void use(Strand& strand, const std::string& name, int64_t us) {
        exclusive.take(strand);
        order.push_back(name + "<");
        sleep(strand, us);
        order.push_back(name + ">");
        exclusive.give_back();
    }
    Woken wait(Strand& strand, int64_t us = -1) { return exclusive.wait(strand, Deadline::after_us(us)); }
    // One that waits for it and then uses it.
    Strand& spawn_user(const std::string& name, int64_t us = 1000) {
        return strands.spawn([=](Strand& strand) {
            EXPECT_EQ(wait(strand), Woken::Ready);
            use(strand, name, us);
        });
    }

    Exclusive exclusive;
    Order order;
};

TEST_F(ExclusiveTest, NobodyWaitsForNobody) {
    EXPECT_EQ(wait(strands.main), Woken::Ready);
    EXPECT_FALSE(exclusive.is_taken());
    exclusive.take(strands.main);
    EXPECT_TRUE(exclusive.is_taken_by(strands.main));
    exclusive.give_back();
    EXPECT_FALSE(exclusive.is_taken());
}

TEST_F(ExclusiveTest, TellsWhoStandsBefore) {
    Strand& holder = strands.spawn([&](Strand& strand) { use(strand, "0", 1000); });
    Strand& waits = spawn_user("1");
    sleep(strands.main, 10);
    EXPECT_EQ(Exclusive::holder_before(waits), &holder);
    EXPECT_EQ(Exclusive::holder_before(holder), nullptr);
    EXPECT_TRUE(strands.run_all());
}

TEST_F(ExclusiveTest, OneAtATimeInOrder) {
    strands.spawn([&](Strand& strand) { use(strand, "0", 1000); });
    for (const char* const name : {"1", "2", "3"}) spawn_user(name);
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"0<", "0>", "1<", "1>", "2<", "2>", "3<", "3>"}));
}

// All those who only wanted it to be over go on, in order.
TEST_F(ExclusiveTest, WhoDoesNotTakeItLetsTheNextGoOn) {
    strands.spawn([&](Strand& strand) { use(strand, "0", 1000); });
    for (const char* const name : {"1", "2", "3"}) {
        strands.spawn([this, name](Strand& strand) {
            EXPECT_EQ(wait(strand), Woken::Ready);
            order.emplace_back(name);
            sleep(strand, 10);
        });
    }
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"0<", "0>", "1", "2", "3"}));
}

// Between the time that it is given back and the time that the first in line runs.
TEST_F(ExclusiveTest, NobodyOvertakes) {
    strands.spawn([&](Strand& strand) {
        use(strand, "0", 1000);
        EXPECT_EQ(wait(strand), Woken::Ready);
        use(strand, "0 again", 10);
    });
    spawn_user("1");
    spawn_user("2");
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"0<", "0>", "1<", "1>", "2<", "2>", "0 again<", "0 again>"}));
}

TEST_F(ExclusiveTest, DeadlineAndCancellationEndTheWait) {
    strands.spawn([&](Strand& strand) { use(strand, "0", 10000); });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(wait(strand, 100), Woken::TimedOut);
        order.emplace_back("late");
    });
    Strand& cancelled = strands.spawn([&](Strand& strand) {
        EXPECT_EQ(wait(strand), Woken::Cancelled);
        order.emplace_back("cancelled");
    });
    spawn_user("1");
    strands.spawn([&](Strand& strand) {
        sleep(strand, 500);
        cancelled.cancel();
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"0<", "late", "cancelled", "0>", "1<", "1>"}));
}

// Its owner is closed, by whoever, and gone before those who wait run again.
TEST_F(ExclusiveTest, EndOfItsOwnerEndsTheWaits) {
    auto mortal = std::make_unique<Exclusive>();
    strands.spawn([&](Strand& strand) {
        mortal->take(strand);
        sleep(strand, 1000);
        mortal.reset();
        EXPECT_EQ(strand.exclusives, nullptr);
    });
    for (int i = 0; i < 2; ++i) {
        strands.spawn([&](Strand& strand) {
            EXPECT_EQ(mortal->wait(strand, Deadline::never()), Woken::Closed);
            order.emplace_back("cancelled");
        });
    }
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (Order{"cancelled", "cancelled"}));
}

TEST_F(ExclusiveTest, WhereNobodyMaySwitchNobodyWaits) {
    strands.spawn([&](Strand& strand) { use(strand, "0", 1000); });
    strands.spawn([&](Strand& strand) {
        scheduler.dispatcher().forbid_switching();
        EXPECT_EQ(wait(strand), Woken::Refused);
        scheduler.dispatcher().allow_switching();
    });
    EXPECT_TRUE(strands.run_all());
}

// After a fatal error: no destructor runs. Of the one that has it, and of one in line.
TEST_F(ExclusiveTest, BuriedStrandLeavesNothingBehind) {
    FakeStrands doomed;
    Strand& taker = doomed.spawn([&](Strand& strand) {
        exclusive.take(strand);
        (void)doomed.scheduler.park(strand, Event::time(), Deadline::never());
        ADD_FAILURE() << "it was buried";
    });
    Strand& first = doomed.spawn([&](Strand& strand) {
        (void)exclusive.wait(strand, Deadline::never());
        ADD_FAILURE() << "it was buried";
    });
    doomed.spawn([&](Strand& strand) {
        EXPECT_EQ(exclusive.wait(strand, Deadline::never()), Woken::Ready);
        order.emplace_back("second");
    });
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(500)), Woken::TimedOut);
    EXPECT_TRUE(exclusive.is_taken_by(taker));
    doomed.scheduler.dispatcher().remove(first);
    doomed.scheduler.dispatcher().remove(taker);
    EXPECT_FALSE(exclusive.is_taken());
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(500)), Woken::TimedOut);
    EXPECT_EQ(order, Order{"second"});
}

TEST_F(ExclusiveTest, EndOfRequestEmptiesEverything) {
    FakeStrands doomed;
    doomed.spawn([&](Strand& strand) {
        exclusive.take(strand);
        (void)doomed.scheduler.park(strand, Event::time(), Deadline::never());
    });
    doomed.spawn([&](Strand& strand) { (void)exclusive.wait(strand, Deadline::never()); });
    EXPECT_EQ(doomed.scheduler.park(doomed.main, Event::time(), Deadline::after_us(500)), Woken::TimedOut);
    EXPECT_TRUE(exclusive.is_taken());
    doomed.scheduler.end_request();
    EXPECT_FALSE(exclusive.is_taken());
    EXPECT_EQ(wait(strands.main), Woken::Ready);
}

// The connection is the parent's: in the child nobody is left that would end it.
TEST_F(ExclusiveTest, ChildGoesOnAlone) {
    strands.spawn([&](Strand& strand) { use(strand, "0", 1000); });
    strands.spawn([&](Strand& strand) {
        EXPECT_EQ(exit_code_of_child([&] {
                      if (!exclusive.is_taken()) return 1;
                      if (scheduler.park(strand, Event::time(), Deadline::after_us(10)) != Woken::TimedOut) return 2;
                      return exclusive.is_taken() ? 3 : 0;
                  }),
                  0);
    });
    EXPECT_TRUE(strands.run_all());
}

} // namespace
} // namespace uvstream::sched
