#include "uvstream/loop/resolver.h"

#include <string>
#include <vector>

#include <netdb.h>
#include <sys/resource.h>

#include "failing_calls.h"
#include "slow_names.h"
#include "test_sockets.h"
#include "times.h"
#include "wakeups.h"

namespace uvstream::loop {
namespace {

using base::Deadline;
using failing_calls::Call;
using failing_calls::Failing;
using State = Job::State;

// While it lives, the process gets no more descriptors.
class NoDescriptors {
  public:
    NoDescriptors() {
        getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit none{1, before_.rlim_max};
        setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoDescriptors() { setrlimit(RLIMIT_NOFILE, &before_); }

  private:
    rlimit before_{};
};

class ResolverTest : public testing::Test {
  protected:
    ~ResolverTest() override {
        slow_names::open_gate();
        jobs.abandon_all();
        run_until_idle(jobs);
        EXPECT_TRUE(loop.close());
    }
    Ticket* start(const std::string& host, int socktype = SOCK_STREAM) {
        return resolver.start(host, socktype, &wakeup);
    }
    std::vector<Ticket*> start_all(const std::string& name, int count) {
        std::vector<Ticket*> all;
        for (int i = 1; i <= count; ++i) all.push_back(start(name + std::to_string(i)));
        return all;
    }
    static State state_of(const Ticket* lookup) { return lookup->job->state; }
    void wait_for(const Ticket* lookup) {
        const auto deadline = Deadline::after_us(10'000'000);
        while (!lookup->is_done() && !deadline.passed()) (void)loop.turn({}, Deadline::after_us(50'000));
    }
    // Waits for the answer, and gives the ticket back.
    int status_of(Ticket* lookup, Jobs& whose) {
        wait_for(lookup);
        EXPECT_TRUE(lookup->is_done());
        const int status = question_of(*lookup).status;
        EXPECT_EQ(status == 0, question_of(*lookup).answer != nullptr);
        whose.release(lookup);
        return status;
    }
    int status_of(Ticket* lookup) { return status_of(lookup, jobs); }
    void run_until_idle(const Jobs& which) {
        const auto deadline = Deadline::after_us(10'000'000);
        while (which.is_busy() && !deadline.passed()) (void)loop.turn({}, Deadline::after_us(50'000));
        EXPECT_FALSE(which.is_busy());
    }
    template <class Body> int run_in_child(Body body) {
        return exit_code_of_child([&] {
            jobs.forget();
            loop.forget();
            return body();
        });
    }

    EventLoop loop;
    Jobs jobs{loop, kLong};
    Resolver resolver{jobs, {kLong, kLong}};
    Sleeper wakeup;
};

TEST_F(ResolverTest, Localhost) {
    Ticket* lookup = start("localhost");
    EXPECT_TRUE(jobs.is_busy());
    wait_for(lookup);
    EXPECT_TRUE(wakeup.is_due());
    EXPECT_EQ(status_of(lookup), 0);
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_TRUE(await_threads(1)); // its thread has ended
}

TEST_F(ResolverTest, ErrorsAreTheCLibrarys) { EXPECT_EQ(status_of(start("..")), EAI_NONAME); }

TEST_F(ResolverTest, NameThatIsTooLong) {
    const std::string name = std::string(1000, 'x') + ".invalid";
    EXPECT_NE(status_of(start(name)), 0);
    EXPECT_TRUE(wakeup.is_due());
    EXPECT_EQ(state_of(start(name)), State::Running); // too long to be remembered
}

// Forms that inet_aton(3) reads. No loop is made for them, and nobody is in their way.
TEST_F(ResolverTest, NumbersAreDoneAtOnce) {
    const int before = count_loops();
    for (const char* number : {"127.0.0.1", "127.1", "0x7f.1", "0X7F000001", "2130706433", "017700000001"}) {
        Ticket* lookup = start(number);
        ASSERT_TRUE(lookup->is_done()) << number;
        EXPECT_EQ(status_of(lookup), 0);
    }
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_EQ(count_loops(), before);
}

TEST_F(ResolverTest, EqualOnesAreAskedOnce) {
    const slow_names::Gate gate;
    Sleeper wakeups[100];
    std::vector<Ticket*> all;
    all.reserve(100);
    for (int i = 0; i < 100; ++i) {
        all.push_back(
            resolver.start(i % 2 == 0 ? "slow-and-equal.test" : "SLOW-and-Equal.test", SOCK_STREAM, wakeups + i));
    }
    slow_names::open_gate();
    wait_for(all[0]);
    for (int i = 0; i < 100; ++i) {
        EXPECT_TRUE(wakeups[i].is_due());
        EXPECT_EQ(status_of(all[i]), 0); // so the answer outlives the tickets before
    }
    EXPECT_EQ(slow_names::asked("slow-and-equal.test"), 1);
    EXPECT_EQ(status_of(start("slow-and-equal.test")), 0);
    EXPECT_EQ(slow_names::asked("slow-and-equal.test"), 2); // what is done is asked anew
}

TEST_F(ResolverTest, EachTypeIsAsked) {
    const slow_names::Gate gate;
    Ticket* stream = start("slow-of-both-types");
    Ticket* datagram = start("slow-of-both-types", SOCK_DGRAM);
    slow_names::open_gate();
    wait_for(stream);
    wait_for(datagram);
    EXPECT_EQ(question_of(*stream).answer->ai_socktype, SOCK_STREAM);
    EXPECT_EQ(question_of(*datagram).answer->ai_socktype, SOCK_DGRAM);
    EXPECT_EQ(slow_names::asked("slow-of-both-types"), 2);
    jobs.release(stream);
    jobs.release(datagram);
}

TEST_F(ResolverTest, OneGivenBackLeavesTheOthers) {
    const slow_names::Gate gate;
    Sleeper gone;
    Ticket* first = resolver.start("slow", SOCK_STREAM, &gone);
    Ticket* second = start("slow");
    jobs.release(first);
    slow_names::open_gate();
    EXPECT_EQ(status_of(second), 0);
    EXPECT_FALSE(gone.is_due());
}

// A name that hangs, and a script that tries again and again: one thread.
TEST_F(ResolverTest, AbandonedOneIsWaitedForByWhoAsksAgain) {
    const slow_names::Gate gate;
    for (int i = 0; i < 5; ++i) jobs.release(start("slow-again"));
    Ticket* last = start("slow-again");
    slow_names::open_gate();
    EXPECT_EQ(status_of(last), 0);
    EXPECT_EQ(slow_names::asked("slow-again"), 1);
}

TEST_F(ResolverTest, FailureIsRemembered) {
    EXPECT_EQ(status_of(start("gone-once")), EAI_NONAME);
    wakeup.wakes = 0;
    Ticket* again = start("Gone-Once", SOCK_DGRAM);
    EXPECT_TRUE(again->is_done());
    EXPECT_TRUE(wakeup.is_due());
    EXPECT_EQ(status_of(again), EAI_NONAME);
    EXPECT_EQ(slow_names::asked("gone-once"), 1);
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_EQ(status_of(start("gone-other")), EAI_NONAME);
    EXPECT_EQ(slow_names::asked("gone-other"), 1);
}

TEST_F(ResolverTest, NoAnswerIsNotRemembered) {
    for (int i = 1; i <= 2; ++i) {
        EXPECT_EQ(status_of(start("dead-and-asked-again")), EAI_AGAIN);
        EXPECT_EQ(slow_names::asked("dead-and-asked-again"), i);
    }
}

// However often it is asked for meanwhile.
TEST_F(ResolverTest, FailureIsForgottenInTime) {
    Resolver forgetful(jobs, {300'000, kLong});
    const auto deadline = Deadline::after_us(10'000'000);
    while (slow_names::asked("gone-for-a-moment") < 2 && !deadline.passed()) {
        EXPECT_EQ(status_of(forgetful.start("gone-for-a-moment", SOCK_STREAM, &wakeup)), EAI_NONAME);
    }
    EXPECT_EQ(slow_names::asked("gone-for-a-moment"), 2);
}

// So a name is not taken for dead because this machine could not ask.
TEST_F(ResolverTest, FailureWithoutAThreadIsNotRemembered) {
    const Failing no_threads(Call::CreateThread, EAGAIN);
    for (int i = 1; i <= 2; ++i) {
        EXPECT_EQ(status_of(start("gone-without-a-thread")), EAI_NONAME);
        EXPECT_EQ(slow_names::asked("gone-without-a-thread"), i);
    }
}

// glibc says of every name that it does not exist when it has no descriptor to read with.
TEST_F(ResolverTest, FailureWithoutDescriptorsIsNotRemembered) {
    for (int i = 1; i <= 2; ++i) {
        Ticket* lookup = start("gone-without-descriptors");
        const NoDescriptors none;
        EXPECT_EQ(status_of(lookup), EAI_NONAME);
        EXPECT_EQ(slow_names::asked("gone-without-descriptors"), i);
    }
}

TEST_F(ResolverTest, FourRunTheFifthWaits) {
    const slow_names::Gate gate;
    const auto all = start_all("slow", 5);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(state_of(all[i]), State::Running);
    (void)loop.turn({}, Deadline::after_us(20'000));
    EXPECT_EQ(state_of(all[4]), State::Queued);
    slow_names::open_gate();
    for (Ticket* lookup : all) EXPECT_EQ(status_of(lookup), 0);
}

TEST_F(ResolverTest, LocalNamesPass) {
    const slow_names::Gate gate;
    start_all("slow", 5);
    for (const char* name : {"localhost", "LOCALHOST", "localhost.", "slow1.localhost", "slow2.localhost"}) {
        EXPECT_EQ(state_of(start(name)), State::Running) << name;
    }
    for (const char* name : {"nolocalhost", "localhost.test", "localhost.."}) {
        EXPECT_EQ(state_of(start(name)), State::Queued) << name;
    }
    EXPECT_EQ(status_of(start("localhost")), 0);
}

TEST_F(ResolverTest, NamesThatFailedHoldUpNobodyElse) {
    for (Ticket* lookup : start_all("dead", 6)) EXPECT_EQ(status_of(lookup), EAI_AGAIN);
    const slow_names::Gate gate;
    const auto dead = start_all("dead", 6);
    EXPECT_EQ(state_of(dead[1]), State::Running);
    for (int i = 2; i < 6; ++i) EXPECT_EQ(state_of(dead[i]), State::Queued);
    EXPECT_EQ(state_of(start("slow")), State::Running);
    slow_names::open_gate();
    for (Ticket* lookup : dead) EXPECT_EQ(status_of(lookup), EAI_AGAIN);
}

TEST_F(ResolverTest, FailingNameHasItsPlaceBackInTime) {
    Resolver forgetful(jobs, {0, 0});
    for (int i = 1; i <= 3; ++i) status_of(forgetful.start("dead" + std::to_string(i), SOCK_STREAM, &wakeup));
    const slow_names::Gate gate;
    for (int i = 1; i <= 3; ++i) {
        EXPECT_EQ(state_of(forgetful.start("dead" + std::to_string(i), SOCK_STREAM, &wakeup)), State::Running);
    }
    slow_names::open_gate();
    jobs.abandon_all();
    run_until_idle(jobs);
}

// Dead names that nobody has asked for before. Nothing but time frees their slots: no look-up ends here.
TEST_F(ResolverTest, SlowOnesGiveTheirSlotsAway) {
    Jobs own(loop, 1000);
    Resolver impatient(own, {kLong, kLong});
    const slow_names::Gate gate;
    std::vector<Ticket*> all;
    for (int i = 1; i <= 17; ++i) {
        all.push_back(impatient.start("slow" + std::to_string(i), SOCK_STREAM, &wakeup));
    }
    const auto deadline = Deadline::after_us(10'000'000);
    while (state_of(all[15]) == State::Queued && !deadline.passed()) (void)loop.turn({}, Deadline::after_us(5'000'000));
    EXPECT_FALSE(deadline.passed());
    EXPECT_EQ(state_of(all[15]), State::Running);
    EXPECT_TRUE(slow_names::await_held(16));
    (void)loop.turn({}, Deadline::after_us(20'000));
    EXPECT_EQ(state_of(all[16]), State::Queued); // there is an end
    slow_names::open_gate();
    for (Ticket* lookup : all) EXPECT_EQ(status_of(lookup, own), 0);
    run_until_idle(own);
}

TEST_F(ResolverTest, ManyAreAnsweredInTurn) {
    for (Ticket* lookup : start_all("slow", 50)) EXPECT_EQ(status_of(lookup), 0);
}

TEST_F(ResolverTest, ReleasedWhileQueued) {
    const slow_names::Gate gate;
    const auto all = start_all("slow", 4);
    jobs.release(start("slow-and-never-asked"));
    slow_names::open_gate();
    for (Ticket* lookup : all) EXPECT_EQ(status_of(lookup), 0);
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_EQ(slow_names::asked("slow-and-never-asked"), 0);
}

TEST_F(ResolverTest, ReleasedWhileRunning) {
    const slow_names::Gate gate;
    Ticket* lookup = start("slow");
    EXPECT_TRUE(slow_names::await_held(1));
    jobs.release(lookup);
    EXPECT_TRUE(jobs.is_busy());
    EXPECT_FALSE(loop.close()); // a thread will report to it
    wakeup.wakes = 0;
    slow_names::open_gate();
    run_until_idle(jobs);
    EXPECT_FALSE(wakeup.is_due()); // nobody is told
}

TEST_F(ResolverTest, AbandonedOnesMakeRoomForTheQueue) {
    const slow_names::Gate gate;
    for (Ticket* lookup : start_all("slow", 4)) jobs.release(lookup);
    Ticket* fifth = start("slow5");
    EXPECT_EQ(state_of(fifth), State::Queued);
    slow_names::open_gate();
    EXPECT_EQ(status_of(fifth), 0);
}

TEST_F(ResolverTest, AbandonAllInEveryState) {
    const slow_names::Gate gate;
    wait_for(start("localhost"));
    start_all("slow", 6);
    start_all("slow", 6); // twice each
    jobs.abandon_all();
    for (Ticket* lookup : start_all("slow", 2)) EXPECT_EQ(state_of(lookup), State::Running);
}

TEST_F(ResolverTest, WorksInAChild) {
    if (kUnderTsan) GTEST_SKIP() << "TSan has no threads in a child";
    const slow_names::Gate gate;
    Ticket* lookup = start("slow");
    EXPECT_TRUE(slow_names::await_held(1));
    EXPECT_EQ(run_in_child([&] { return status_of(start("localhost")); }), 0);
    slow_names::open_gate();
    EXPECT_EQ(status_of(lookup), 0);
}

// The threads of the parent's look-ups are not there: they take up no place, and nobody waits for them.
TEST_F(ResolverTest, WorksInAChildOfABusyParent) {
    if (kUnderTsan) GTEST_SKIP() << "TSan has no threads in a child";
    const slow_names::Gate gate;
    const auto all = start_all("slow", 4);
    EXPECT_TRUE(slow_names::await_held(4));
    for (Ticket* lookup : all) jobs.release(lookup);
    EXPECT_EQ(run_in_child([&] {
                  if (jobs.is_busy()) return 1;
                  for (Ticket* lookup : start_all("slow", 4)) {
                      if (state_of(lookup) != State::Running) return 2;
                  }
                  return 0;
              }),
              0);
}

// A handler forks while the look-up around it runs.
TEST_F(ResolverTest, ChildAsksAnewForThoseWhoWait) {
    if (kUnderTsan) GTEST_SKIP() << "TSan has no threads in a child";
    const slow_names::Gate gate;
    Ticket* first = start("localhost", SOCK_RAW);
    wait_for(first);
    Ticket* second = start("slow");
    Ticket* third = start("slow");
    EXPECT_TRUE(slow_names::await_held(1));
    jobs.release(second);
    EXPECT_EQ(run_in_child([&] {
                  if (!first->is_done() || third->is_done()) return 1;
                  start("slow");
                  jobs.run_queued();
                  if (state_of(third) != State::Running || third->job->tickets.size() != 2) return 2;
                  jobs.release(first);
                  return 0;
              }),
              0);
    jobs.release(first);
}

TEST_F(ResolverTest, ReleasedInAChildThatForgot) {
    const slow_names::Gate gate;
    Ticket* lookup = start("slow");
    EXPECT_EQ(run_in_child([&] {
                  jobs.release(lookup);
                  return 0;
              }),
              0);
    jobs.release(lookup);
}

// Its answer is there before anybody has turned the loop.
TEST_F(ResolverTest, WithoutAThreadItIsAnsweredAtOnce) {
    const Failing no_threads(Call::CreateThread, EAGAIN);
    Ticket* lookup = start("localhost");
    EXPECT_TRUE(lookup->is_done());
    EXPECT_TRUE(wakeup.is_due());
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_EQ(status_of(lookup), 0);
    EXPECT_TRUE(loop.close()); // nothing keeps it
}

TEST_F(ResolverTest, WithoutALoopItIsAnsweredAtOnce) {
    const Failing no_loop(Call::CreatePoller, EMFILE);
    Ticket* lookup = start("..");
    EXPECT_TRUE(lookup->is_done());
    EXPECT_EQ(status_of(lookup), EAI_NONAME);
}

TEST_F(ResolverTest, OneThreadServesAllWhenThereIsNoSecond) {
    const slow_names::Gate gate;
    Ticket* slow = start("slow");
    const Failing no_threads(Call::CreateThread, EAGAIN);
    for (int i = 0; i < 3; ++i) {
        Ticket* lookup = start("localhost");
        EXPECT_TRUE(lookup->is_done());
        jobs.release(lookup);
    }
    slow_names::open_gate();
    EXPECT_EQ(status_of(slow), 0);
}

// What waits in the queue when a thread ends finds none to follow it.
TEST_F(ResolverTest, QueueMovesOnWithoutThreads) {
    const slow_names::Gate gate;
    const auto all = start_all("slow", 6);
    const Failing no_threads(Call::CreateThread, EAGAIN);
    slow_names::open_gate();
    for (Ticket* lookup : all) EXPECT_EQ(status_of(lookup), 0);
}

// An embedded PHP, or a thread, may end within a look-up. It is left to its thread, which frees what there is.
TEST(ResolverEndTest, LoopClosesUnderALookup) {
    slow_names::close_gate();
    const int before = count_loops();
    {
        EventLoop loop;
        Jobs jobs{loop};
        Resolver resolver{jobs};
        Sleeper wakeup;
        for (int i = 0; i < 6; ++i) resolver.start("slow" + std::to_string(i), SOCK_STREAM, &wakeup); // two are queued
        EXPECT_TRUE(slow_names::await_held(4));
        EXPECT_GT(count_loops(), before);
    }
    EXPECT_EQ(count_loops(), before);
    slow_names::open_gate();
    EXPECT_TRUE(await_threads(1));
}

// An answer that nobody has come for yet when the end comes.
TEST(ResolverEndTest, EndsWithAnAnswerInTheMailbox) {
    EventLoop loop;
    Jobs jobs{loop};
    Resolver resolver{jobs};
    Sleeper wakeup;
    resolver.start("localhost", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(await_threads(1));
}

// One answer is there, and the other thread ends just then: it may be the one that frees what they share.
TEST(ResolverEndTest, EndsWhileItsLastThreadDoes) {
    for (int i = 0; i < 300; ++i) {
        EventLoop loop;
        Jobs jobs{loop};
        Resolver resolver{jobs};
        Sleeper wakeup;
        resolver.start("slow1", SOCK_STREAM, &wakeup);
        resolver.start("slow2", SOCK_STREAM, &wakeup);
        usleep(static_cast<useconds_t>(i));
    }
    EXPECT_TRUE(await_threads(1));
}

} // namespace
} // namespace uvstream::loop
