#include "uvstream/loop/resolver.h"

#include <netdb.h>

#include "failing_calls.h"
#include "slow_names.h"
#include "test_sockets.h"

namespace uvstream::loop {
namespace {

using base::Deadline;
using failing_calls::Call;
using failing_calls::Failing;
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
    EXPECT_TRUE(await_threads(1)); // its thread has ended
    resolver.release(lookup);
}

TEST_F(ResolverTest, ErrorsAreTheCLibrarys) {
    Lookup* lookup = resolver.start("..", SOCK_STREAM, &wakeup);
    wait_for(lookup);
    EXPECT_EQ(lookup->status, EAI_NONAME);
    EXPECT_EQ(lookup->answer, nullptr);
    resolver.release(lookup);
}

TEST_F(ResolverTest, NameThatIsTooLong) {
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
    EXPECT_FALSE(loop.close()); // a thread will report to it
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
    EXPECT_TRUE(slow_names::await_held(2));
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

// Its answer is there before anybody has turned the loop.
TEST_F(ResolverTest, WithoutAThreadItIsAnsweredAtOnce) {
    const Failing no_threads(Call::CreateThread, EAGAIN);
    Lookup* lookup = resolver.start("localhost", SOCK_STREAM, &wakeup);
    EXPECT_EQ(lookup->state, State::Done);
    EXPECT_EQ(lookup->status, 0);
    EXPECT_NE(lookup->answer, nullptr);
    EXPECT_TRUE(wakeup.is_due);
    EXPECT_FALSE(resolver.is_busy());
    resolver.release(lookup);
    EXPECT_TRUE(loop.close()); // nothing keeps it
}

TEST_F(ResolverTest, WithoutALoopItIsAnsweredAtOnce) {
    const Failing no_loop(Call::CreatePoller, EMFILE);
    Lookup* lookup = resolver.start("..", SOCK_STREAM, &wakeup);
    EXPECT_EQ(lookup->state, State::Done);
    EXPECT_EQ(lookup->status, EAI_NONAME);
    resolver.release(lookup);
}

TEST_F(ResolverTest, OneThreadServesAllWhenThereIsNoSecond) {
    const slow_names::Gate gate;
    Lookup* slow = resolver.start("slow", SOCK_STREAM, &wakeup);
    const Failing no_threads(Call::CreateThread, EAGAIN);
    for (int i = 0; i < 3; ++i) {
        Lookup* lookup = resolver.start("localhost", SOCK_STREAM, &wakeup);
        EXPECT_EQ(lookup->state, State::Done);
        resolver.release(lookup);
    }
    slow_names::open_gate();
    wait_for(slow);
    EXPECT_EQ(slow->status, 0);
    resolver.release(slow);
}

// What waits in the queue when a thread ends finds none to follow it.
TEST_F(ResolverTest, QueueMovesOnWithoutThreads) {
    const slow_names::Gate gate;
    Lookup* first = resolver.start("slow1", SOCK_STREAM, &wakeup);
    Lookup* second = resolver.start("slow2", SOCK_STREAM, &wakeup);
    Lookup* third = resolver.start("localhost", SOCK_STREAM, &wakeup);
    const Failing no_threads(Call::CreateThread, EAGAIN);
    slow_names::open_gate();
    for (Lookup* lookup : {first, second, third}) {
        wait_for(lookup);
        EXPECT_EQ(lookup->status, 0);
        resolver.release(lookup);
    }
}

// An embedded PHP, or a thread, may end within a look-up. It is left to its thread, which frees what there is.
TEST(ResolverEndTest, LoopClosesUnderALookup) {
    slow_names::close_gate();
    const int before = count_loops();
    {
        EventLoop loop;
        Resolver resolver{loop};
        Wakeup wakeup;
        resolver.start("slow1", SOCK_STREAM, &wakeup);
        resolver.start("slow2", SOCK_STREAM, &wakeup);
        EXPECT_TRUE(slow_names::await_held(2));
        EXPECT_GT(count_loops(), before);
    }
    EXPECT_EQ(count_loops(), before);
    slow_names::open_gate();
    EXPECT_TRUE(await_threads(1));
}

// An answer that nobody has come for yet when the end comes.
TEST(ResolverEndTest, EndsWithAnAnswerInTheMailbox) {
    EventLoop loop;
    Resolver resolver{loop};
    Wakeup wakeup;
    resolver.start("localhost", SOCK_STREAM, &wakeup);
    EXPECT_TRUE(await_threads(1));
}

// One answer is there, and the other thread ends just then: it may be the one that frees what they share.
TEST(ResolverEndTest, EndsWhileItsLastThreadDoes) {
    for (int i = 0; i < 300; ++i) {
        EventLoop loop;
        Resolver resolver{loop};
        Wakeup wakeup;
        resolver.start("127.0.0.1", SOCK_STREAM, &wakeup);
        resolver.start("127.0.0.1", SOCK_STREAM, &wakeup);
        usleep(static_cast<useconds_t>(i));
    }
    EXPECT_TRUE(await_threads(1));
}

} // namespace
} // namespace uvstream::loop
