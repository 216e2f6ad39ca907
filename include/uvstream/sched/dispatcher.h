#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "uvstream/base/clock.h"
#include "uvstream/base/deadline.h"
#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/jobs.h"
#include "uvstream/loop/watcher_table.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/ready_queue.h"
#include "uvstream/sched/strand.h"
#include "uvstream/sched/switcher.h"
#include "uvstream/sched/timer_heap.h"

namespace uvstream::sched {

// Who runs next. A strand that waits stays parked here: it switches straight to the next that is ready, and where there
// is none it turns the loop, on its own stack, until somebody is. One for each thread.
class Dispatcher {
  public:
    Dispatcher(loop::EventLoop& loop, loop::WatcherTable& watchers, loop::Jobs& jobs)
        : loop_(loop), watchers_(watchers), jobs_(jobs) {}

    Strand& running() { return *running_; }

    void add(Strand& strand);
    void remove(Strand& strand);
    size_t strands() const { return strands_; }
    bool has_others() const { return strands_ > 1; }

    // All of them, the newest first.
    template <class Visit> void for_each(Visit visit) const {
        for (Strand* strand = known_; strand != nullptr; strand = strand->parking.next_known) visit(*strand);
    }

    // Since the request began.
    struct Counts {
        uint64_t switches = 0;
        uint64_t parked = 0;   // waits among others
        uint64_t in_place = 0; // those that held the others up, since the strand could not be left
        uint64_t in_place_us = 0;
        uint64_t turns = 0; // of the loop
        TimerHeap::Lag lag;
        uint64_t accepted = 0, starved = 0; // connections, and pauses of who accepts for want of a descriptor
        uint64_t handshakes_failed = 0;
    };
    Counts& counts() { return counts_; }
    const Counts& counts() const { return counts_; }

    // A wait among others, if there are any.
    void count_parked() { counts_.parked += has_others() ? 1 : 0; }

    // Calls `wait`, which lets nobody else run: it is counted if there is anybody.
    template <class Wait> Woken hold_others(Wait wait) {
        if (!has_others()) return wait();
        const int64_t since_us = base::now_us();
        const Woken woken = wait();
        ++counts_.in_place;
        counts_.in_place_us += static_cast<uint64_t>(base::now_us() - since_us);
        return woken;
    }

    // Tells of a strand that lets others run only after so long a time, with how long it was; 0: of none, and nobody
    // looks at the clock. Told before it does, in its own strand.
    using Hold = void (*)(Strand& strand, int64_t us);
    void watch_holds(int64_t longest_us, Hold tell);
    void end_hold(Strand& strand) {
        if (longest_hold_us_ > 0) tell_hold(strand);
    }

    // A strand that was woken, or a new one: it runs when those that are ready before it have.
    void make_ready(Strand& strand) { ready_.push(strand); }

    // Whether the running strand may be left now: somebody has made a switcher, which allows it, and the strand is in
    // no no-switch region.
    bool may_switch() const;

    // Parks the running strand until `has_happened(argument)`. What ends the wait otherwise, in the order in which it
    // is asked: the deadline or the strand's limit, the end of its descriptor, its cancellation, a signal that is its
    // to handle, a deadlock. With `switches` false nobody else runs meanwhile. The caller has put the strand's records
    // into their lines; afterwards the strand is in no line, heap or queue.
    Woken stay_parked(Strand& strand, const Event& event, base::Deadline deadline, bool switches,
                      bool (*has_happened)(void*), void* argument);

    // The same for what those who are ready do before they wait again: nothing else ends it.
    void stay_until(Strand& strand, const bool& flag);

    // The same until a time.
    void stay_until(Strand& strand, base::Deadline time);

    // Around a wait that is not stay_parked(), a selection's look or a yield: in between wake() counts for the strand;
    // afterwards it is in no line, heap or queue.
    static void begin_wait(Strand& strand, const Event& event);
    void end_wait(Strand& strand);

    // What it waits for, for who asks what it does.
    static void note_wait(Strand& strand, const Event& event) {
        strand.parking.waits_for = event;
        strand.parking.since_us = base::coarse_now_us();
    }

    // Lets those who are ready run, and comes back. Only where may_switch() is true.
    void yield(Strand& strand);

    // At the start of an operation, which it counts. True: the running strand is to yield now, after so many of them,
    // or so long a time, without a switch.
    bool count_operation() { return ++operations_ % kClockEvery == 0 && is_slice_over(); }

    // For a strand that ends, on its own stack, which never runs again: takes it out of everything, turns the loop
    // until another one is ready, and returns that. It counts as the running one from here on; the caller switches to
    // it.
    Strand& leave(Strand& strand);

    // The same, but it is `next` that runs, whatever it waits for: a fatal error, or the script's end, is for {main}.
    void leave_to(Strand& strand, Strand& next);

    // Before a turn: a loop that is woken for nothing is made anew, and look-ups begin for which there is a slot.
    void prepare_turn();

    // One turn of the loop, for whoever needs a look at it now. `woken`: it ends when that is not 0.
    loop::Waited turn(const size_t& woken, base::Deadline deadline);

    // Which strand is told of signals and deadlocks, and runs the signal handlers: the first one, until it is
    // another's.
    void run_handlers_in(Strand& strand) { signal_strand_ = &strand; }
    bool runs_handlers(const Strand& strand) const { return signal_strand_ == &strand; }

    // A signal has come: it wakes that one.
    void give_signal();

    // The handler of one that the script handles has run. If others ran meanwhile no system call of that strand's tells
    // it so: it is told when they next let others run.
    static void note_signal() { signals_.fetch_add(1, std::memory_order_relaxed); }

    // The switcher is its maker's, and outlives this.
    void set_switcher(const Switcher* switcher) { switcher_ = switcher; }

    // A no-switch region: while C code below us, or a signal's handler, runs. They nest; each is left, also after a
    // fatal error.
    void forbid_switching() { ++no_switch_; }
    void allow_switching() { --no_switch_; }
    void set_schedule(uint64_t seed) { ready_.shuffle(seed); }

    // At the end of each wait and yield of the running strand.
    Woken end(Strand& strand, Woken woken) const {
        strand.last_woken = woken;
        const bool has_ended = ends_strand(woken) || strand.parking.is_cancelled;
        const bool is_told = has_ended && switcher_ != nullptr && switcher_->ended != nullptr;
        if (is_told) switcher_->ended(strand, woken);
        return strand.last_woken;
    }

    // In a fork's child only the running strand goes on; `tell`, unless it is null, is told of each other one.
    void forget_others(void (*tell)(Strand&));

    // At the request's end: everybody's waits are dropped, and {main}, the first strand that was added, runs.
    void reset();

    const ReadyQueue& ready() const { return ready_; }

  private:
    // Together they say for how long a strand that never waits holds up one for whom something has come: who comes
    // last waits for two passes over all that are ready.
    static constexpr unsigned kMostInARow = 16; // operations
    static constexpr unsigned kClockEvery = 4;  // operations between two looks at both
    static_assert(kMostInARow % kClockEvery == 0);
    static constexpr int64_t kLongestSliceUs = 500; // without a switch

    static Woken end_of(const Strand& strand, base::Deadline deadline);
    void run_others(Strand& strand);
    void turn_for(Strand& strand, base::Deadline due);
    Strand& take_ready();
    void take_turn(base::Deadline deadline);
    void look_for_deadlock();
    bool is_slice_over();
    void begin_slice();
    void remember_main();
    void run(Strand& strand);
    void drop_waits(Strand& strand);
    void begin_hold();
    void tell_hold(Strand& strand);

    loop::EventLoop& loop_;
    loop::WatcherTable& watchers_;
    loop::Jobs& jobs_;
    ReadyQueue ready_;
    TimerHeap timers_;
    const Switcher* switcher_ = nullptr;

    Strand* known_ = nullptr; // all of them
    size_t strands_ = 0;
    Strand* main_ = nullptr;
    Strand* running_ = nullptr;
    Strand* signal_strand_ = nullptr;
    static inline std::atomic<unsigned> signals_{0};
    unsigned signals_told_ = 0; // of these, when that strand began to wait, or was last told
    size_t left_of_pass_ = 0;   // strands that may run before the next turn
    unsigned no_switch_ = 0;
    unsigned operations_ = 0; // in a row, without a switch
    base::Deadline slice_end_ = base::Deadline::never();
    int64_t longest_hold_us_ = 0; // 0: not watched
    int64_t held_since_us_ = 0;   // 0: nobody knows
    Hold hold_ = nullptr;
    Counts counts_;
};

} // namespace uvstream::sched
