#include "uvstream/loop/jobs.h"

#include <atomic>
#include <csignal>
#include <vector>

#include <sched.h>
#include <unistd.h>

#include "failing_calls.h"
#include "fake_strands.h"
#include "test_sockets.h"
#include "uvstream/sched/job_wait.h"
#include "times.h"
#include "wakeups.h"

namespace uvstream::loop {
namespace {

using base::Deadline;
using failing_calls::Call;
using failing_calls::Failing;
using State = Job::State;

// What became of the jobs of a test, which they outlive.
struct Told {
    std::atomic<int> begun{0}, worked{0}, freed{0}, signals{0};
    int left_by_thread = 0, left = 0, renewed = 0;
};

// Reads a byte from a pipe: the test ends it by writing one.
struct Reading : Job {
    Reading(Told& its, int its_fd, Kind its_kind = Kind::Call) : Job(its_kind), told(its), fd(its_fd) {}
    ~Reading() override { ++told.freed; }
    void work() override {
        ++told.begun;
        sigset_t blocked;
        pthread_sigmask(SIG_SETMASK, nullptr, &blocked);
        if (sigismember(&blocked, SIGTERM) == 0) ++told.signals;
        got = read(fd, &byte, 1);
        ++told.worked;
    }
    void leave(bool by_thread) override { ++(by_thread ? told.left_by_thread : told.left); }
    void renew() override { ++told.renewed; }
    Told& told;
    const int fd;
    ssize_t got = 0;
    char byte = 0;
};

class JobsTest : public testing::Test {
  protected:
    JobsTest() { EXPECT_EQ(pipe(pipe_), 0); }
    ~JobsTest() override {
        write_bytes(started);
        jobs.abandon_all();
        run_until_idle();
        EXPECT_TRUE(loop.close());
        EXPECT_EQ(told.freed, started);
        for (const int fd : pipe_) close(fd);
    }
    Ticket* start(Job::Kind kind = Job::Kind::Call) {
        ++started;
        return jobs.start(new Reading(told, pipe_[0], kind), &wakeup);
    }
    void write_bytes(int count) const {
        for (int i = 0; i < count; ++i) EXPECT_EQ(write(pipe_[1], "x", 1), 1);
    }
    template <class Is> void turn_until(Is is_so) {
        const auto deadline = Deadline::after_us(10'000'000);
        while (!is_so() && !deadline.passed()) {
            jobs.run_queued();
            (void)loop.turn({}, Deadline::after_us(50'000));
        }
        EXPECT_TRUE(is_so());
    }
    void run_until_idle() {
        turn_until([&] { return !jobs.is_busy(); });
    }

    EventLoop loop;
    Jobs jobs{loop, kLong};
    Sleeper wakeup;
    Told told;
    int started = 0;
    int pipe_[2] = {-1, -1};
};

TEST_F(JobsTest, ThreadWorksAndWakes) {
    Ticket* const ticket = start();
    EXPECT_EQ(ticket->job->state, State::Running);
    EXPECT_TRUE(jobs.is_busy());
    write_bytes(1);
    turn_until([&] { return ticket->is_done(); });
    EXPECT_EQ(wakeup.wakes, 1u);
    EXPECT_EQ(static_cast<Reading*>(ticket->job)->byte, 'x');
    EXPECT_EQ(told.left_by_thread, 1);
    EXPECT_EQ(told.signals, 0); // its thread takes none
    EXPECT_EQ(told.freed, 0);
    jobs.release(ticket);
    EXPECT_EQ(told.freed, 1);
    EXPECT_FALSE(jobs.is_busy());
    EXPECT_TRUE(await_threads(1));
}

TEST_F(JobsTest, GivenBackItIsLeftToItsThread) {
    jobs.release(start());
    EXPECT_EQ(told.freed, 0);
    write_bytes(1);
    run_until_idle();
    EXPECT_EQ(told.freed, 1);
    EXPECT_EQ(wakeup.wakes, 0u);
}

TEST_F(JobsTest, AbandonedByOneStrand) {
    Sleeper other;
    Ticket* const ticket = start();
    ++started;
    jobs.start(new Reading(told, pipe_[0]), &other);
    jobs.abandon(other);
    write_bytes(2);
    turn_until([&] { return ticket->is_done(); });
    jobs.release(ticket);
}

// Their number is limited; and while they take long, others are not held up for ever.
TEST_F(JobsTest, EightRunTheNinthWaits) {
    Ticket* all[9];
    for (Ticket*& one : all) one = start();
    EXPECT_EQ(all[7]->job->state, State::Running);
    EXPECT_EQ(all[8]->job->state, State::Queued);
    jobs.release(all[8]); // dropped at once
    EXPECT_EQ(told.freed, 1);
    EXPECT_EQ(told.left, 1);
}

TEST_F(JobsTest, NoThreadToBeHad) {
    const Failing no_threads(Call::CreateThread, EAGAIN);
    write_bytes(1);
    Ticket* const ticket = start();
    EXPECT_TRUE(ticket->is_done());
    EXPECT_EQ(told.worked, 1);
    EXPECT_EQ(told.left, 1);
    EXPECT_FALSE(jobs.is_busy());
    jobs.release(ticket);
}

TEST_F(JobsTest, ChildBeginsAnewWhatIsWaitedFor) {
    if (kUnderTsan) GTEST_SKIP() << "TSan has no threads in a child";
    Ticket* const ticket = start();
    jobs.release(start());
    while (told.begun < 2) sched_yield(); // a thread that is being made holds locks of the sanitizer's
    EXPECT_EQ(exit_code_of_child([&] {
                  jobs.forget();
                  loop.forget();
                  if (jobs.is_busy() || ticket->job->state != State::Queued) return 1;
                  if (told.renewed != 2 || told.freed != 1) return 2;
                  write_bytes(3); // the parent's threads may take two
                  turn_until([&] { return ticket->is_done(); });
                  return ticket->is_done() ? 0 : 3;
              }),
              0);
    turn_until([&] { return ticket->is_done() || told.worked == 2; });
}

// Under the wait of a strand.
TEST(StrandsJobs, OthersRunMeanwhile) {
    FakeStrands strands;
    Told told;
    int fds[2];
    ASSERT_EQ(pipe(fds), 0);
    std::vector<int> order;
    strands.spawn([&](sched::Strand& strand) {
        ssize_t got = 0;
        sched::wait_for_job(strand, new Reading(told, fds[0]), [&](const Reading& done) { got = done.got; });
        EXPECT_EQ(strand.last_woken, sched::Woken::Ready);
        EXPECT_EQ(got, 1);
        order.push_back(2);
    });
    strands.spawn([&](sched::Strand&) {
        order.push_back(1);
        EXPECT_EQ(write(fds[1], "x", 1), 1);
    });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(order, (std::vector{1, 2}));
    for (const int fd : fds) close(fd);
}

TEST(StrandsJobs, CancelledOneLeavesIt) {
    FakeStrands strands;
    Told told;
    int fds[2];
    ASSERT_EQ(pipe(fds), 0);
    sched::Strand& waiting = strands.spawn([&](sched::Strand& strand) {
        sched::wait_for_job(strand, new Reading(told, fds[0]), [](const Reading&) { ADD_FAILURE(); });
        EXPECT_EQ(strand.last_woken, sched::Woken::Cancelled);
    });
    strands.spawn([&](sched::Strand&) { waiting.cancel(); });
    EXPECT_TRUE(strands.run_all());
    EXPECT_EQ(told.freed, 0);
    EXPECT_EQ(write(fds[1], "x", 1), 1);
    while (!strands.scheduler.is_alone()) {
        (void)strands.scheduler.park(strands.main, sched::Event::time(), Deadline::after_us(1000));
    }
    EXPECT_EQ(told.freed, 1);
    for (const int fd : fds) close(fd);
}

} // namespace
} // namespace uvstream::loop
