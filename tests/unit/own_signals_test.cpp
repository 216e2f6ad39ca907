#include "uvstream/loop/own_signals.h"

#include <atomic>
#include <csignal>
#include <thread>

#include <unistd.h>

#include <gtest/gtest.h>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/poll_wait.h"

namespace uvstream::loop {
namespace {

constexpr int kAsks = SIGUSR2, kGuards = SIGUSR1;

volatile int interrupts = 0; // (a handler counts)
unsigned attended = 0;
bool is_interrupted = false;

class OwnSignalsTest : public testing::Test {
  protected:
    OwnSignalsTest() {
        interrupts = 0;
        attended = 0;
        is_interrupted = false;
        OwnSignals::hear({[](void*) { interrupts = interrupts + 1; }, [](void*) { return is_interrupted; }, nullptr,
                          [](unsigned kinds) { attended |= kinds; }});
    }
    ~OwnSignalsTest() override {
        OwnSignals::leave();
        for (const int number : {kAsks, kGuards}) signal(number, SIG_DFL);
    }
};

TEST_F(OwnSignalsTest, WhereTheThreadComputesItsEngineIsTold) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kByPeer));
    EXPECT_EQ(OwnSignals::hearers(), 1u);
    raise(kAsks);
    EXPECT_EQ(interrupts, 1);
    EXPECT_EQ(OwnSignals::asked(), unsigned{OwnSignals::kByPeer});
    EXPECT_EQ(OwnSignals::asked(), 0u);
    EXPECT_TRUE(OwnSignals::have_interrupted());
    EXPECT_FALSE(OwnSignals::have_interrupted());
}

TEST_F(OwnSignalsTest, AWaitAttendsAndGoesOn) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kToLog));
    raise(kAsks); // just before it
    EXPECT_EQ(wait_one(-1, 0, base::Deadline::after_us(1000)), Waited::TimedOut);
    EXPECT_EQ(attended, unsigned{OwnSignals::kToLog});
}

TEST_F(OwnSignalsTest, InAWaitTheEngineIsNotTold) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kToLog));
    ASSERT_TRUE(OwnSignals::begin_wait());
    raise(kAsks);
    OwnSignals::end_wait();
    EXPECT_EQ(interrupts, 0);
    EXPECT_TRUE(OwnSignals::attend());
    EXPECT_FALSE(OwnSignals::attend()) << "nothing more was asked";
}

TEST_F(OwnSignalsTest, WhatElseHasInterruptedAWaitEndsIt) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kToLog));
    ASSERT_TRUE(OwnSignals::begin_wait());
    raise(kAsks);
    is_interrupted = true; // by a signal of the script's
    OwnSignals::end_wait();
    EXPECT_FALSE(OwnSignals::attend());
    EXPECT_EQ(attended, unsigned{OwnSignals::kToLog});
}

// (Which of two that have come at once is handled first is by their numbers.)
void raise_both(int one, int other) {
    sigset_t both, before;
    sigemptyset(&both);
    sigaddset(&both, one);
    sigaddset(&both, other);
    pthread_sigmask(SIG_BLOCK, &both, &before);
    raise(one);
    raise(other);
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

TEST_F(OwnSignalsTest, ASignalOfTheScriptsBesideItEndsTheWait) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kToLog));
    signal(SIGTERM, [](int) {});
    ASSERT_TRUE(OwnSignals::begin_wait());
    raise_both(kAsks, SIGTERM);
    OwnSignals::end_wait();
    EXPECT_FALSE(OwnSignals::attend());
    EXPECT_EQ(attended, unsigned{OwnSignals::kToLog});
    ASSERT_TRUE(OwnSignals::begin_wait());
    raise(kAsks);
    OwnSignals::end_wait();
    EXPECT_TRUE(OwnSignals::attend());
    signal(SIGTERM, SIG_DFL);
}

TEST_F(OwnSignalsTest, ASignalOfTheScriptsThatComesMeanwhileEndsTheWait) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kToLog));
    signal(SIGTERM, [](int) {});
    OwnSignals::hear({[](void*) {}, [](void*) { return false; }, nullptr, [](unsigned) { raise(SIGTERM); }});
    ASSERT_TRUE(OwnSignals::begin_wait());
    raise(kAsks);
    OwnSignals::end_wait();
    EXPECT_FALSE(OwnSignals::attend());
    signal(SIGTERM, SIG_DFL);
}

TEST_F(OwnSignalsTest, OneThatSomebodyElseHasIsNotTaken) {
    signal(kAsks, [](int) {});
    EXPECT_FALSE(OwnSignals::take(kAsks, OwnSignals::kByPeer));
    ASSERT_TRUE(OwnSignals::take(kGuards, OwnSignals::kGuard));
    OwnSignals::let_go(kGuards);
    EXPECT_FALSE(OwnSignals::has(kGuards));
}

// A thread that hears, and that ends once it was told.
class OtherThread {
  public:
    OtherThread() {
        thread_ = std::thread([this] {
            OwnSignals::hear({[](void* where) { ++*static_cast<std::atomic<int>*>(where); },
                              [](void*) { return false; }, &told_, [](unsigned) {}});
            hears_ = true;
            while (told_ == 0 || is_to_stay_) std::this_thread::yield();
            OwnSignals::leave();
        });
        while (!hears_) std::this_thread::yield();
    }
    int told() const { return told_; }
    void end() {
        is_to_stay_ = false;
        thread_.join();
    }

  private:
    std::atomic<int> told_{0};
    std::atomic<bool> hears_{false}, is_to_stay_{true};
    std::thread thread_;
};

TEST_F(OwnSignalsTest, EachThreadThatHearsIsToldOnce) {
    ASSERT_TRUE(OwnSignals::take(kAsks, OwnSignals::kByPeer));
    OtherThread other;
    EXPECT_EQ(OwnSignals::hearers(), 2u);
    kill(getpid(), kAsks);
    while (interrupts == 0 || other.told() == 0) std::this_thread::yield();
    other.end();
    EXPECT_EQ(other.told(), 1);
    EXPECT_EQ(interrupts, 1);
}

} // namespace
} // namespace uvstream::loop
