#include "uvstream/sched/scheduler.h"

#include <csignal>
#include <sys/time.h>

#include "failing_calls.h"
#include "slow_names.h"
#include "test_sockets.h"

namespace uvstream::sched {
namespace {

using base::Deadline;
using failing_calls::Call;
using failing_calls::Failing;

// What the hook does; it is a plain function, as PHP's is.
Handled (*hook_body)() = nullptr;
int hook_calls = 0;
Handled hook(const Waiter&) {
    ++hook_calls;
    return hook_body != nullptr ? hook_body() : Handled::Nothing;
}

// SIGALRM every few milliseconds, with a handler that does nothing.
class SignalStorm {
  public:
    SignalStorm() {
        struct sigaction action {};
        action.sa_handler = [](int) {};
        sigaction(SIGALRM, &action, &before_);
        const itimerval often{{0, 5'000}, {0, 5'000}};
        setitimer(ITIMER_REAL, &often, nullptr);
    }
    ~SignalStorm() {
        const itimerval off{};
        setitimer(ITIMER_REAL, &off, nullptr);
        sigaction(SIGALRM, &before_, nullptr);
    }

  private:
    struct sigaction before_ {};
};

// With true the resolver is busy, so that every wait runs through the loop.
class SchedulerTest : public testing::TestWithParam<bool> {
  public:
    SchedulerTest() {
        hook_body = nullptr;
        hook_calls = 0;
        slow_names::close_gate();
        if (GetParam()) {
            lookup = scheduler.begin_look_up(scheduler.current(), "slow", SOCK_STREAM);
            EXPECT_TRUE(slow_names::await_held(1)); // so that no fork meets its thread at its start
        }
        EXPECT_EQ(scheduler.is_alone(), !GetParam());
    }
    ~SchedulerTest() override {
        hook_body = nullptr;
        slow_names::open_gate();
        if (lookup != nullptr) {
            EXPECT_EQ(park(Event::answer(lookup), 10'000'000), Woken::Ready);
            scheduler.give_back(lookup);
        }
        // No thread is left to the next test.
        while (!scheduler.is_alone()) (void)park(Event::time(), 5'000);
    }
    Woken park(const Event& event, int64_t us, OnSignal on_signal = OnSignal::GoOn) {
        return scheduler.park(scheduler.current(), event, Deadline::after_us(us), on_signal);
    }

    const int loops_before = count_loops();
    Scheduler scheduler{hook};
    loop::Ticket* lookup = nullptr;
    Pair pair = socket_pair();
    const int fd = pair.ours.get();
};

INSTANTIATE_TEST_SUITE_P(, SchedulerTest, testing::Bool(),
                         [](const auto& test) { return test.param ? "OnLoop" : "Alone"; });

TEST_P(SchedulerTest, Readable) {
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
    EXPECT_EQ(count_loops() > loops_before, GetParam());
}

TEST_P(SchedulerTest, Writable) {
    EXPECT_EQ(park(Event::writable(fd), 10'000'000), Woken::Ready);
    fill(fd);
    EXPECT_EQ(park(Event::writable(fd), 20'000), Woken::TimedOut);
    drain(pair.theirs.get());
    EXPECT_EQ(park(Event::writable(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, WithoutWatches) {
    fill(fd);
    for (int good = 0; good < 6; ++good) {
        const Failing no_watches(Call::AddWatch, ENOSPC, good);
        EXPECT_EQ(park(Event::writable(fd), 5'000), Woken::TimedOut);
        EXPECT_EQ(park(Event::readable(fd), 5'000), Woken::TimedOut);
        send(pair.theirs.get(), "x", 1, 0);
        EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
        EXPECT_EQ(park(Event::either(fd), 10'000'000), Woken::Ready);
        drain(fd);
    }
    drain(pair.theirs.get());
    EXPECT_EQ(park(Event::writable(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, EitherDirection) {
    EXPECT_EQ(park(Event::either(fd), 10'000'000), Woken::Ready);
    fill(fd);
    EXPECT_EQ(park(Event::either(fd), 20'000), Woken::TimedOut);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::either(fd), 10'000'000), Woken::Ready);
    drain(fd);
    EXPECT_EQ(park(Event::either(fd), 20'000), Woken::TimedOut);
    drain(pair.theirs.get());
    EXPECT_EQ(park(Event::either(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, DeadlineIsNotEarly) {
    for (const Event& event : {Event::readable(fd), Event::time()}) {
        const auto deadline = Deadline::after_us(30'000);
        EXPECT_EQ(scheduler.park(scheduler.current(), event, deadline), Woken::TimedOut);
        EXPECT_TRUE(deadline.passed());
    }
}

TEST_P(SchedulerTest, PassedDeadlineStillLooks) {
    EXPECT_EQ(park(Event::readable(fd), 0), Woken::TimedOut);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 0), Woken::Ready);
}

TEST_P(SchedulerTest, SecondWaitIsNotAnsweredByTheFirst) {
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
    drain(fd);
    EXPECT_EQ(park(Event::readable(fd), 20'000), Woken::TimedOut);
}

TEST_P(SchedulerTest, RegularFileIsReady) {
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    EXPECT_EQ(park(Event::readable(file.get()), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, SignalsDoNotMoveTheDeadline) {
    const SignalStorm storm;
    const auto deadline = Deadline::after_us(100'000);
    EXPECT_EQ(scheduler.park(scheduler.current(), Event::readable(fd), deadline), Woken::TimedOut);
    EXPECT_TRUE(deadline.passed());
    EXPECT_GT(hook_calls, 2);
}

TEST_P(SchedulerTest, UnhandledSignalReturnsWhereAskedFor) {
    const SignalStorm storm;
    EXPECT_EQ(park(Event::readable(fd), 10'000'000, OnSignal::Return), Woken::Interrupted);
}

// One that came just before the wait, whose handler runs now: it ends no wait that finds what it is for.
TEST_P(SchedulerTest, SignalBeforeTheWait) {
    hook_body = [] { return Handled::Signal; };
    EXPECT_EQ(park(Event::readable(fd), 10'000'000, OnSignal::Return), Woken::Interrupted);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000, OnSignal::Return), Woken::Ready);
    EXPECT_EQ(park(Event::writable(fd), 10'000'000, OnSignal::Return), Woken::Ready);
    EXPECT_EQ(park(Event::time(), 10'000'000, OnSignal::Return), Woken::Interrupted);
}

TEST_P(SchedulerTest, HandledSignalGoesOn) {
    const SignalStorm storm;
    hook_body = [] { return hook_calls % 2 == 0 ? Handled::Ran : Handled::Nothing; };
    const auto deadline = Deadline::after_us(50'000);
    const Woken woken = scheduler.park(scheduler.current(), Event::readable(fd), deadline, OnSignal::Return);
    EXPECT_TRUE(woken == Woken::TimedOut || woken == Woken::Interrupted);
}

// Handlers that take longer than the next signal takes to come: the wait is still looked at, and still ends.
TEST_P(SchedulerTest, HookThatAlwaysRuns) {
    static Deadline give_up = Deadline::never();
    give_up = Deadline::after_us(5'000'000);
    hook_body = [] { return give_up.passed() ? Handled::Threw : Handled::Ran; };
    EXPECT_EQ(park(Event::readable(fd), 20'000), Woken::TimedOut);
    give_up = Deadline::after_us(5'000'000);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, HookCancels) {
    hook_body = [] { return Handled::Threw; };
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Threw);
    EXPECT_EQ(park(Event::time(), 10'000'000), Woken::Threw);
    hook_body = nullptr;
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, HookMayWaitItself) {
    static SchedulerTest* self;
    self = this;
    hook_body = [] {
        if (hook_calls > 1) return Handled::Nothing;
        EXPECT_EQ(self->park(Event::readable(self->fd), 20'000), Woken::TimedOut);
        send(self->pair.theirs.get(), "x", 1, 0);
        EXPECT_EQ(self->park(Event::readable(self->fd), 10'000'000), Woken::Ready);
        return Handled::Ran;
    };
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
}

// The table may grow and move while the hook runs.
TEST_P(SchedulerTest, HookMayOpenManyDescriptors) {
    static SchedulerTest* self;
    self = this;
    hook_body = [] {
        if (hook_calls == 1) self->scheduler.opened(200'000);
        return Handled::Nothing;
    };
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
}

TEST_P(SchedulerTest, Answer) {
    slow_names::open_gate();
    loop::Ticket* const own = scheduler.begin_look_up(scheduler.current(), "localhost", SOCK_STREAM);
    EXPECT_EQ(park(Event::answer(own), 10'000'000), Woken::Ready);
    EXPECT_EQ(loop::question_of(*own).status, 0);
    scheduler.give_back(own);
}

TEST_P(SchedulerTest, AnswerThatIsLate) {
    loop::Ticket* const own = scheduler.begin_look_up(scheduler.current(), "slow", SOCK_STREAM);
    EXPECT_EQ(park(Event::answer(own), 20'000), Woken::TimedOut);
    scheduler.give_back(own);
    EXPECT_FALSE(scheduler.is_alone());
    EXPECT_EQ(park(Event::readable(fd), 20'000), Woken::TimedOut);
}

// A handler that waits for a descriptor is not woken by the look-up around it.
TEST_P(SchedulerTest, AnswerDoesNotWakeTheHandlersWait) {
    static SchedulerTest* self;
    self = this;
    loop::Ticket* const own = scheduler.begin_look_up(scheduler.current(), "slow", SOCK_STREAM);
    hook_body = [] {
        if (hook_calls > 1) return Handled::Nothing;
        slow_names::open_gate();
        EXPECT_EQ(self->park(Event::readable(self->fd), 200'000), Woken::TimedOut);
        return Handled::Ran;
    };
    EXPECT_EQ(park(Event::answer(own), 10'000'000), Woken::Ready);
    scheduler.give_back(own);
}

TEST_P(SchedulerTest, EndOfRequestForgetsAndServesTheNext) {
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
    lookup = nullptr;
    scheduler.end_request();
    EXPECT_EQ(park(Event::readable(fd), 10'000'000), Woken::Ready);
    scheduler.end_request();
    slow_names::open_gate();
    loop::Ticket* const own = scheduler.begin_look_up(scheduler.current(), "localhost", SOCK_STREAM);
    EXPECT_EQ(park(Event::answer(own), 10'000'000), Woken::Ready);
    scheduler.give_back(own);
}

TEST_P(SchedulerTest, ChildWaitsAndLooksUp) {
    if (kUnderTsan && GetParam()) GTEST_SKIP() << "TSan has no threads in a child";
    EXPECT_EQ(park(Event::readable(fd), 1000), Woken::TimedOut); // on the loop: armed from now on
    EXPECT_EQ(exit_code_of_child([&] {
                  scheduler.leave_parents_loop();
                  if (!scheduler.is_alone()) return 1;
                  if (park(Event::readable(fd), 1000) != Woken::TimedOut) return 2;
                  loop::Ticket* const own = scheduler.begin_look_up(scheduler.current(), "localhost", SOCK_STREAM);
                  if (park(Event::answer(own), 10'000'000) != Woken::Ready || loop::question_of(*own).status != 0)
                      return 3;
                  scheduler.give_back(own);
                  scheduler.end_request();
                  return 0;
              }),
              0);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 5'000'000), Woken::Ready);
}

// Closing is the first thing that the child does: the parent's registration must survive.
TEST_P(SchedulerTest, ChildClosesWithoutHavingWaited) {
    EXPECT_EQ(park(Event::readable(fd), 1000), Woken::TimedOut);
    EXPECT_EQ(exit_code_of_child([&] {
                  scheduler.closing(fd);
                  close(fd);
                  return 0;
              }),
              0);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_EQ(park(Event::readable(fd), 500'000), Woken::Ready);
}

TEST_P(SchedulerTest, ChildGoesOnWithTheParentsAnswer) {
    if (!GetParam()) GTEST_SKIP() << "no look-up is under way";
    EXPECT_EQ(exit_code_of_child([&] {
                  if (park(Event::answer(lookup), 50'000) != Woken::TimedOut) return 1;
                  scheduler.give_back(lookup);
                  return 0;
              }),
              0);
}

TEST_P(SchedulerTest, ChildKeepsNoDescriptorOfTheLoop) {
    if (!GetParam()) GTEST_SKIP() << "there is no loop";
    EXPECT_EQ(exit_code_of_child([&] {
                  scheduler.leave_parents_loop();
                  if (count_loops() > loops_before) return 1;
                  return 0;
              }),
              0);
}

} // namespace
} // namespace uvstream::sched
