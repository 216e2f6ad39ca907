#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <ucontext.h>

#include "test_sockets.h"
#include "uvstream/sched/scheduler.h"

// Time that passes only when everybody waits: poll(2) and ppoll(2) do not sleep while one of these lives, they move the
// clock to the end of their timeout. With nothing ready and no timeout the test fails, for it would hang.
class VirtualTime {
  public:
    VirtualTime();
    ~VirtualTime();
    static int64_t now_us();
    static void advance(int64_t us);

    // So many waits from now one ends with EINTR, as if a signal had come; 0: none.
    static void interrupt_after(int waits);
};

// Strands that run on stacks of their own, and a switcher between them: what the task layer does, without PHP.
class FakeStrands {
  public:
    using Body = std::function<void(uvstream::sched::Strand&)>;

    explicit FakeStrands(uvstream::sched::InterruptHook hook = nullptr);
    ~FakeStrands();
    FakeStrands(const FakeStrands&) = delete;
    FakeStrands& operator=(const FakeStrands&) = delete;

    // Starts when {main} waits next, or ends.
    uvstream::sched::Strand& spawn(Body body);

    // Lets the others run until all have ended. False: a deadlock.
    bool run_all();

    // Switcher::ended
    static void tell_ends(void (*ended)(uvstream::sched::Strand&, uvstream::sched::Woken)) { switcher.ended = ended; }

    // Those that have not ended.
    size_t live() const { return live_; }

    // While false no strand may be left.
    static bool may_switch;
    static int failures; // calls of Switcher::fail
    static int switches;

    uvstream::sched::Scheduler scheduler;
    uvstream::sched::Strand& main = scheduler.main();

  private:
    struct Context;
    class Task;
    static void switch_to(uvstream::sched::Strand& from, uvstream::sched::Strand& to);
    static void jump(Context& from, Context& to, bool from_ends);
    static void enter();
    static uvstream::sched::Switcher switcher;
    static Task* starting; // for enter(), which has no arguments

    std::unique_ptr<Context> main_context_;
    std::vector<std::unique_ptr<Task>> tasks_;
    size_t live_ = 0;
    bool all_ended_ = true; // the flag that run_all() waits for
};

// A set of them in virtual time, and a pair of sockets to wait on.
class StrandsFixture : public testing::Test {
  protected:
    uvstream::sched::Woken park(uvstream::sched::Strand& strand, const uvstream::sched::Event& event, int64_t us = -1) {
        return scheduler.park(strand, event, uvstream::base::Deadline::after_us(us));
    }

    const VirtualTime time;
    FakeStrands strands;
    uvstream::sched::Scheduler& scheduler = strands.scheduler;
    Pair pair = socket_pair();
    const int fd = pair.ours.get();
};
