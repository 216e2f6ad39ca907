#include "uvstream/loop/resolver.h"

#include <netdb.h>

#include "slow_names.h"
#include "test_sockets.h"

namespace uvstream::loop {
namespace {

using base::Deadline;
using State = Lookup::State;

class ResolverTest : public testing::Test {
  protected:
    ~ResolverTest() override {
        slow_names::open_gate();
        resolver.abandon_all();
        run_until_idle();
        EXPECT_TRUE(loop.close());
    }
    void wait_for(const Lookup* lookup) {
        const auto deadline = Deadline::after_us(10'000'000);
        while (lookup->state != State::Done && !deadline.passed()) (void)loop.turn({}, Deadline::after_us(50'000));
    }
    void run_until_idle() {
        const auto deadline = Deadline::after_us(10'000'000);
        while (resolver.is_busy() && !deadline.passed()) (void)loop.turn({}, Deadline::after_us(50'000));
        EXPECT_FALSE(resolver.is_busy());
    }

    EventLoop loop;
    Resolver resolver{loop};
    Wakeup wakeup;
};

TEST_F(ResolverTest, Localhost) {
    Lookup* lookup = resolver.start("localhost", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(resolver.is_busy());
    wait_for(lookup);
    EXPECT_TRUE(wakeup.is_due);
    EXPECT_EQ(lookup->status, 0);
    ASSERT_NE(lookup->answer, nullptr);
    EXPECT_FALSE(resolver.is_busy());
    resolver.release(lookup);
}

TEST_F(ResolverTest, ErrorsAreTheCLibrarys) {
    Lookup* lookup = resolver.start("..", SOCK_STREAM, &wakeup);
    wait_for(lookup);
    EXPECT_EQ(lookup->status, EAI_NONAME);
    EXPECT_EQ(lookup->answer, nullptr);
    resolver.release(lookup);
}

// libuv refuses the name itself, so that no request is ever started.
TEST_F(ResolverTest, NameThatLibuvRefuses) {
    Lookup* lookup = resolver.start(std::string(1000, 'x') + ".invalid", SOCK_STREAM, &wakeup);
    wait_for(lookup);
    EXPECT_NE(lookup->status, 0);
    EXPECT_TRUE(wakeup.is_due);
    resolver.release(lookup);
}

TEST_F(ResolverTest, TwoRunTheThirdWaits) {
    const slow_names::Gate gate;
    Lookup* first = resolver.start("slow1", SOCK_STREAM, &wakeup);
    Lookup* second = resolver.start("slow2", SOCK_STREAM, &wakeup);
    Lookup* third = resolver.start("localhost", SOCK_STREAM, &wakeup);
    EXPECT_EQ(first->state, State::Running);
    EXPECT_EQ(second->state, State::Running);
    EXPECT_EQ(third->state, State::Queued);
    (void)loop.turn({}, Deadline::after_us(20'000));
    EXPECT_EQ(third->state, State::Queued);
    slow_names::open_gate();
    for (Lookup* lookup : {first, second, third}) {
        wait_for(lookup);
        EXPECT_EQ(lookup->status, 0);
        resolver.release(lookup);
    }
}

TEST_F(ResolverTest, ManyAreAnsweredInTurn) {
    std::deque<Lookup*> all;
    for (int i = 0; i < 50; ++i) all.push_back(resolver.start("localhost", SOCK_STREAM, &wakeup));
    for (Lookup* lookup : all) {
        wait_for(lookup);
        EXPECT_EQ(lookup->status, 0);
        resolver.release(lookup);
    }
}

TEST_F(ResolverTest, ReleasedWhileQueued) {
    const slow_names::Gate gate;
    Lookup* first = resolver.start("slow1", SOCK_STREAM, &wakeup);
    Lookup* second = resolver.start("slow2", SOCK_STREAM, &wakeup);
    resolver.release(resolver.start("localhost", SOCK_STREAM, &wakeup));
    slow_names::open_gate();
    wait_for(first);
    wait_for(second);
    resolver.release(first);
    resolver.release(second);
    EXPECT_FALSE(resolver.is_busy());
}

TEST_F(ResolverTest, ReleasedWhileRunning) {
    const slow_names::Gate gate;
    Lookup* lookup = resolver.start("slow", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(slow_names::await_held(1));
    resolver.release(lookup);
    EXPECT_TRUE(resolver.is_busy());
    EXPECT_FALSE(loop.close()); // a thread still works on it
    wakeup.is_due = false;
    slow_names::open_gate();
    run_until_idle();
    EXPECT_FALSE(wakeup.is_due); // nobody is told
}

TEST_F(ResolverTest, ReleasedWhenDone) {
    Lookup* lookup = resolver.start("slow", SOCK_STREAM, &wakeup);
    wait_for(lookup);
    resolver.release(lookup);
    EXPECT_FALSE(resolver.is_busy());
}

TEST_F(ResolverTest, AbandonedOnesMakeRoomForTheQueue) {
    const slow_names::Gate gate;
    resolver.release(resolver.start("slow1", SOCK_STREAM, &wakeup));
    resolver.release(resolver.start("slow2", SOCK_STREAM, &wakeup));
    Lookup* third = resolver.start("localhost", SOCK_STREAM, &wakeup);
    slow_names::open_gate();
    wait_for(third);
    EXPECT_EQ(third->status, 0);
    resolver.release(third);
}

TEST_F(ResolverTest, AbandonAllInEveryState) {
    const slow_names::Gate gate;
    Lookup* done = resolver.start("localhost", SOCK_STREAM, &wakeup);
    wait_for(done);
    resolver.start("slow1", SOCK_STREAM, &wakeup);
    resolver.start("slow2", SOCK_STREAM, &wakeup);
    resolver.start("slow3", SOCK_STREAM, &wakeup);
    resolver.abandon_all();
}

TEST_F(ResolverTest, WorksInAChild) {
    const slow_names::Gate gate;
    Lookup* lookup = resolver.start("slow", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(slow_names::await_held(1));
    EXPECT_EQ(exit_code_of_child([&] {
                  resolver.forget();
                  loop.forget();
                  Lookup* own = resolver.start("localhost", SOCK_STREAM, &wakeup);
                  wait_for(own);
                  return own->state == State::Done && own->status == 0 ? 0 : 1;
              }),
              0);
    slow_names::open_gate();
    wait_for(lookup);
    EXPECT_EQ(lookup->status, 0);
    resolver.release(lookup);
}

// The threads of the parent's look-ups are not there, so they take up no place either.
TEST_F(ResolverTest, WorksInAChildOfABusyParent) {
    const slow_names::Gate gate;
    Lookup* const slow1 = resolver.start("slow1", SOCK_STREAM, &wakeup);
    Lookup* const slow2 = resolver.start("slow2", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(slow_names::await_held(2)); // in their threads: what is only queued would be cancelled
    resolver.release(slow1);
    resolver.release(slow2);
    EXPECT_EQ(exit_code_of_child([&] {
                  resolver.forget();
                  loop.forget();
                  Lookup* own = resolver.start("localhost", SOCK_STREAM, &wakeup);
                  wait_for(own);
                  return own->state == State::Done && own->status == 0 ? 0 : 1;
              }),
              0);
}

// A handler forks while the look-up around it runs: the child gives back what it has forgotten.
TEST_F(ResolverTest, ReleasedInAChildThatForgot) {
    const slow_names::Gate gate;
    Lookup* lookup = resolver.start("slow", SOCK_STREAM, &wakeup);
    EXPECT_EQ(exit_code_of_child([&] {
                  resolver.forget();
                  loop.forget();
                  resolver.release(lookup);
                  return 0;
              }),
              0);
    resolver.release(lookup);
}

// An embedded PHP, or a thread, may end within a look-up.
TEST(ResolverEndTest, LoopClosesWhenItsLastLookupEnds) {
    slow_names::close_gate();
    const int before = count_loops();
    {
        EventLoop loop;
        Resolver resolver{loop};
        Wakeup wakeup;
        resolver.start("slow", SOCK_STREAM, &wakeup);
        EXPECT_TRUE(slow_names::await_held(1));
        resolver.abandon_all();
    }
    EXPECT_GT(count_loops(), before);
    slow_names::open_gate();
    const auto deadline = Deadline::after_us(10'000'000);
    while (count_loops() > before && !deadline.passed()) usleep(1000);
    EXPECT_EQ(count_loops(), before);
}

} // namespace
} // namespace uvstream::loop
