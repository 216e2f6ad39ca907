#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/jobs.h"
#include "uvstream/loop/own_signals.h"
#include "uvstream/loop/resolver.h"
#include "uvstream/loop/watcher_table.h"
#include "uvstream/sched/dispatcher.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/selector.h"
#include "uvstream/sched/strand.h"

struct addrinfo;

namespace uvstream::sched {

// Runs what a signal made due: PHP's handlers, or tells the strand that runs them. The layers below know nothing of
// PHP, so it is a hook.
enum class Handled : uint8_t {
    Nothing,
    Ran,    // user code may have run, but no signal's handler
    Signal, // a signal's handler may have run
    Threw,  // user code threw
    Closed, // user code closed the waiter's owner
};
using InterruptHook = Handled (*)(const Waiter&);

// Called by the strand that waits, before it lets others run and when it is back. parking() has the layers above keep
// the owner for that time, and returns what resumed() is given to let go of. resumed() says whether the owner is still
// open: if it is not, the wait is cancelled. Not called around a wait in place, during which nobody else runs.
struct ParkHooks {
    void* (*parking)(void* owner) = nullptr;
    bool (*resumed)(void* owner, void* kept) = nullptr;

    // In the child of a fork: a strand of the parent's will never run here. It was parked; nothing of it resumes.
    void (*forgotten)(Strand& strand) = nullptr;

    // Whether something else that is kept is closed already, so that what a descriptor has is of no use any more.
    bool (*is_in_vain)(const void* kept) = nullptr;
};

// Called where the running strand is to wait for a descriptor on behalf of an owner, and could be left: it may wait by
// itself, and then says how that ended (Ready, TimedOut, Closed or Threw). Nothing: the strand waits. Another strand
// may run when it returns: see Waiter.
using WaitHook = std::optional<Woken> (*)(const Waiter&, const Event&, base::Deadline);

// How a look-up ended: `status` is getaddrinfo()'s where it is Woken::Ready.
struct Answer {
    Woken woken;
    int status;
};

// One per thread. Owns the loop and everything in it; all of it is made by the first thing that needs it.
class Scheduler {
  public:
    explicit Scheduler(InterruptHook hook);
    ~Scheduler();
    Scheduler(const Scheduler&) = delete;
    Scheduler& operator=(const Scheduler&) = delete;

    Strand& main() { return main_; }
    Strand& current() { return dispatcher_.running(); }
    Dispatcher& dispatcher() { return dispatcher_; }

    // For tests.
    loop::EventLoop& loop() { return loop_; }
    loop::WatcherTable& watchers() { return watchers_; }

    void set_park_hooks(const ParkHooks& hooks) { park_hooks_ = hooks; }
    void set_wait_hook(WaitHook hook) { wait_hook_ = hook; } // null: none

    // Parks the strand until the event or the deadline. The one primitive that everything that waits calls.
    Woken park(const Waiter& waiter, const Event& event, base::Deadline deadline, OnSignal on_signal = OnSignal::GoOn);

    // Parks the strand until others have set the flag, who then wake it; whatever happens meanwhile. For what they do
    // as soon as they run. Not where the strand may not be left.
    void park_until_set(const Waiter& waiter, const bool& flag);

    // Parks the strand for that time, whatever happens meanwhile. False, at once, where it may not be left.
    bool pause(const Waiter& waiter, base::Deadline end);

    // Parks the strand until one of many descriptors is as its interest says. Runs no signal's handlers: any signal
    // that is the strand's to handle ends it, as select(2) does.
    Woken select(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline);

    // Parks the strand until the name is looked up; calls add(to, one) for each address then.
    Answer look_up(const Waiter& waiter, std::string host, int socktype, base::Deadline deadline,
                   void (*add)(void* to, const addrinfo& one), void* to);

    // The same in steps: starts it, for a wait for Event::answer(). Whoever started it gives it back, however that
    // ended.
    loop::Ticket* begin_look_up(Strand& strand, std::string host, int socktype);
    void give_back(loop::Ticket* ticket) { jobs_.release(ticket); }

    // The same of any other call that blocks: a thread makes it. The job is the scheduler's from here on; what it has
    // is read before it is given back, if it is done.
    loop::Ticket* begin_job(Strand& strand, loop::Job* job);

    // Whether a wait may be left to a blocking system call: nobody else needs the loop, or the thread.
    bool is_alone() const { return !dispatcher_.has_others() && !jobs_.is_busy(); }

    // The same of a wait of the running strand, which the system call would not end at its limit, nor leave for a
    // signal that is ours. (Nor is it the wait hook's.)
    bool may_block() {
        const bool is_its_own = wait_hook_ == nullptr && is_alone() && !loop::OwnSignals::are_heard();
        return is_its_own && current().limit.is_never() && !current().parking.is_cancelled;
    }

    // Without an answer yet: look-ups, and all calls in threads, these among them.
    size_t look_ups() const { return resolver_.in_flight(); }
    size_t jobs() const { return jobs_.in_flight(); }

    // Whether the engine was interrupted by a signal that is ours: no handler of the script's is due for that.
    static bool has_own_interrupt() { return loop::OwnSignals::have_interrupted(); }

    // At the start of an operation that may end without a wait: lets others run, if it is their turn. (Between the
    // system call and the operation's end the stream layer has not counted the bytes yet.) False where the owner was
    // closed meanwhile; or the strand has been cancelled, or its limit passed, and no wait has told it so: else one
    // that never has to wait would never end.
    bool begin_operation(const Waiter& waiter) {
        if (!dispatcher_.has_others()) return true;
        leave_parents_loop();
        return !dispatcher_.count_operation() || yield_now(waiter);
    }

    // Lets those who are ready run, where it may, and comes back. A wait for nothing: false where it ends otherwise, by
    // the owner's end, the strand's cancellation, or its limit.
    bool yield(const Waiter& waiter);

    // Whether somebody stands in the line of a descriptor, whom an operation must not overtake.
    bool has_readers(int fd) { return dispatcher_.has_others() && watchers_.at(fd).readers.has_taker(); }
    bool has_writers(int fd) { return dispatcher_.has_others() && watchers_.at(fd).writers.has_taker(); }

    // The same of anybody who waits for it, also only to look.
    bool is_awaited(int fd, bool to_read, bool to_write) {
        if (!dispatcher_.has_others()) return false;
        const loop::Watcher& its = watchers_.at(fd);
        return (to_read && !its.readers.is_empty()) || (to_write && !its.writers.is_empty());
    }

    // An operation has succeeded: the next in the line looks, too. What it waits for may lie in the stream's buffer by
    // now, of which the kernel says nothing.
    void pass_on_reading(int fd) {
        if (dispatcher_.has_others()) watchers_.at(fd).readers.fire_first(false);
    }
    void pass_on_writing(int fd) {
        if (dispatcher_.has_others()) watchers_.at(fd).writers.fire_first(false);
    }

    // A new descriptor has this number, or the descriptor is to be closed: what the loop knows of it is void, and who
    // waits for it is cancelled.
    void opened(int fd) { watchers_.opened(fd); }
    void closing(int fd) { watchers_.closing(fd); }

    // Changes with each of these: whether a number is still that of the same descriptor.
    uint32_t resets(int fd) { return watchers_.at(fd).resets; }

    // Its stream is closed, and goes on to have the descriptor until nobody uses it: who waits for it is cancelled.
    // Returns how many they were.
    size_t cancel_waits(int fd) { return watchers_.cancel_waits(fd); }

    // Counts the forks that this process is the child of.
    static unsigned fork_generation();

    // In the child of a fork: leaves its parent's loop, and all strands but the running one, which are the parent's.
    // Called before anything that waits; costs a comparison.
    void leave_parents_loop() {
        if (forks_ != loop::ForkWatch::generation()) forget_parent();
    }

    // After the request: gives up what a fatal error left behind, and closes the loop. Waits that come later (session
    // handlers, persistent streams) are plain polls.
    void end_request();

  private:
    Handled run_hook(const Waiter& waiter);
    Woken park_until(const Waiter& waiter, const Event& event, base::Deadline deadline, OnSignal on_signal);
    std::optional<Woken> wait_by_hook(const Waiter& waiter, const Event& event, base::Deadline deadline) const;
    Woken select_until(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline);
    bool let_others_run(const Waiter& waiter);
    Woken wait_for_own_signals(const Waiter& waiter, const Event& event, base::Deadline deadline);
    Woken wait(const Waiter& waiter, const Event& event, base::Deadline deadline);
    Woken wait_among_others(const Waiter& waiter, const Event& event, base::Deadline deadline);
    Woken wait_on_loop(Strand& strand, const Event& event, base::Deadline deadline, bool switches);
    Woken wait_in_slices(Strand& strand, const Event& event, base::Deadline deadline);
    bool stand(Strand& strand, const Event& event);
    bool yield_now(const Waiter& waiter);
    template <class Wait> bool keep_owner(void* owner, Wait wait);
    Woken select_in_place(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline);
    void forget_parent();

    unsigned forks_; // that this process is the child of, when it was last looked
    loop::EventLoop loop_;
    loop::WatcherTable watchers_;
    loop::Jobs jobs_;
    loop::Resolver resolver_;
    Dispatcher dispatcher_;
    Selector selector_;
    InterruptHook hook_;
    ParkHooks park_hooks_;
    WaitHook wait_hook_ = nullptr;
    Strand main_;
};

} // namespace uvstream::sched
