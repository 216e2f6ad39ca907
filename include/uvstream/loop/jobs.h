#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/job.h"
#include "uvstream/loop/mailbox.h"
#include "uvstream/loop/slots.h"

namespace uvstream::loop {

// Calls that block, each in a thread of its own. Where the system has no thread or no descriptors to give, a job is
// done at once by whoever starts it, who waits for it, as in stock PHP.
//
// Each kind has slots of its own: those that take long do not hold up those that do not. (A dead name that is asked for
// the first time cannot be told from the others: four of them hold these up for a second, then the next four, until
// sixteen run.) There are at most 68 threads.
class Jobs {
  public:
    // How many of a kind run at once, not counting the slow ones, and counting them.
    static constexpr Slots::Limits kLocal{8, 16}; // "localhost" and what ends in ".localhost": mostly read from a file
    static constexpr Slots::Limits kOrdinary{4, 16};
    static constexpr Slots::Limits kFailed{2, 4};
    static constexpr Slots::Limits kCall{8, 32};

    // `slow_us`: a job that runs longer gives its slot to the next. Tests have another.
    explicit Jobs(EventLoop& loop, int64_t slow_us = 1'000'000);
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;
    ~Jobs();

    // Takes a new job. `is_done`: what it is for is known already.
    Ticket* start(Job* job, Wakeup* waiter, bool is_done = false);

    // The same for another one who waits for it.
    static Ticket* join(Job* job, Wakeup* waiter);

    // Gives a ticket back. A job that nobody waits for is dropped, or, if a thread is busy with it, left to that.
    void release(Ticket* ticket);

    // Whether anything is under way, abandoned jobs included: then the loop must be turned by whoever waits.
    bool is_busy() const { return mailbox_ != nullptr; }

    // Those that are not done.
    size_t in_flight() const { return under_way_; }

    // Everybody who waited is gone (end of the request, fatal error); or all but one (in the child of a fork).
    void abandon_all(const Wakeup* but = nullptr);

    // One of those who wait is gone.
    void abandon(const Wakeup& waiter) {
        if (under_way_ > 0 || !done_.empty()) abandon_tickets_of(waiter);
    }

    // Starts what is queued, as far as there are slots. Costs next to nothing where there is nothing: each turn asks.
    void run_queued() {
        if (under_way_ > 0 || is_busy()) fill_slots();
    }

    // In the child of a fork: no thread of the parent's came along. What somebody here still waits for is queued again,
    // for the child's own loop.
    void forget();

  private:
    Slots& slots_of(const Job& job) { return slots_[static_cast<int>(job.kind)]; }
    JobList& list_of(const Job& job);
    void move(Job* job, Job::State state, bool to_front = false);
    void run(Job* job);
    bool start_thread(Job* job);
    void finish(Job* job, bool by_thread);
    void drop(Job* job);
    void fill_slots();
    void abandon_tickets_of(const Wakeup& waiter);
    template <class IsGone> void abandon_in_all(IsGone is_gone);
    template <class IsGone> void abandon(const JobList& jobs, IsGone is_gone);
    void set_timer();
    static void on_bell(uv_async_t* bell);
    void close_mailbox();

    EventLoop& loop_;
    const int64_t slow_us_;
    Slots slots_[Job::kKinds];    // by Job::Kind
    JobList done_;                // whose tickets have not all been given back
    size_t under_way_ = 0;        // queued or running
    Mailbox* mailbox_ = nullptr;  // there while anything runs
    uv_timer_t* timer_ = nullptr; // there only beside it: ends a turn when a slot becomes free by time alone
};

} // namespace uvstream::loop
