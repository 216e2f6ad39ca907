#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/wait_line.h"
#include "uvstream/sched/event.h"

namespace uvstream::sched {

class Scheduler;
class Exclusive;
struct Strand;

// A strand's places in lines. They stay where they are, so that a line may point to them: two in place, which is what
// one descriptor takes, and more for a selection.
class WaitRecords {
  public:
    // Room for so many, while none is taken.
    void reserve(size_t count);
    loop::WaitRecord& take(loop::Wakeup& waiter, bool only_looks = false);
    const loop::WaitRecord& operator[](size_t i) const { return records_[i]; }
    size_t taken() const { return taken_; }
    bool is_any_fired() const { return is_any(loop::WaitRecord::State::Fired); }
    bool is_any_closed() const { return is_any(loop::WaitRecord::State::Closed); }

    // Whether the kernel may fire one of them.
    bool await_kernel() const;

    // Whether what has come by now would be this strand's.
    bool are_first() const;

    // The last one, which is in no line.
    void give_back() { --taken_; }

    // Out of every line.
    void drop();

    // The same, and it shows.
    void close();

    // The same, and what has come for a strand that will not look any more is the next one's.
    void hand_on();

  private:
    bool is_any(loop::WaitRecord::State state) const {
        for (size_t i = 0; i < taken_; ++i) {
            if ((*this)[i].state == state) return true;
        }
        return false;
    }

    static constexpr size_t kInPlace = 2;
    loop::WaitRecord in_place_[kInPlace];
    std::unique_ptr<loop::WaitRecord[]> more_;
    loop::WaitRecord* records_ = in_place_;
    uint32_t room_ = kInPlace;
    uint32_t taken_ = 0;
};

// What the dispatcher, its queue and its heap keep of a strand.
struct Parking {
    bool is_parked = false;
    bool is_ready = false;
    bool is_late = false;       // the time that it asked for has come
    bool is_cancelled = false;  // for good
    bool has_signal = false;    // it is to run the signal handlers
    bool is_deadlocked = false; // nothing will ever wake it
    bool was_first = false;     // in its lines, when its last wait ended
    bool is_call = false;       // it waits in a call of C code's, which has streams for it
    bool is_forgotten = false;  // the dispatcher does not know it any more
    uint32_t heap_place = 0;    // counted from 1; 0: not in the heap
    size_t wakes = 0;           // in the wait under way
    base::Deadline due = base::Deadline::never();
    Event waits_for;      // while it is parked, or waits in place
    int64_t since_us = 0; // the same, on the coarse clock
    Strand *next_ready = nullptr, *previous_ready = nullptr;
    Strand *next_known = nullptr, *previous_known = nullptr;
};

// What a parked strand touches as soon as it runs again: fetched while the one before it runs. Null: nothing.
struct HotMemory {
    const void* stack = nullptr; // the lowest of its parked frames
    const void* places[2] = {};  // of the layer that runs it, beside its body; two lines of the cache each
    const void* owner = nullptr; // the waiter's
};

// A line of execution: {main}, or a task. It outlives every wait of its own; all that it needs to wait is in it, and
// nothing on a C stack. The dispatcher knows it from its construction to its destruction, or its end.
struct Strand : loop::Wakeup {
    explicit Strand(Scheduler& its);
    ~Strand();
    Strand(const Strand&) = delete;
    Strand& operator=(const Strand&) = delete;

    // If it is parked, it becomes ready, at the end of the queue, and looks whether what it waits for has happened: if
    // not, it waits on. Else nothing.
    void wake() override;

    // From now on each of its waits ends with Woken::Cancelled, the one under way too, unless what it waits for has
    // happened, or its deadline has passed.
    void cancel();

    // Its wait for a descriptor, or of a call of C code's, if there is one under way in which nothing has come, ends as
    // if the descriptor had been closed.
    void close_wait();

    // Parked for a descriptor, the one whose turn it is before this one; null for none.
    const Strand* first_before() const;

    // The same as cancel(), as long as `is_cancelled` says so; and the limit of its waits. For the running strand's own
    // scopes, and for those who cancel.
    void set_end(base::Deadline its_limit, bool is_cancelled);

    Scheduler& scheduler;
    void* notes = nullptr;                          // what streams remember for it
    void* body = nullptr;                           // what it is to the layer that runs it
    base::Deadline limit = base::Deadline::never(); // of all its waits: past it they end with Woken::LimitPassed
    Woken last_woken = Woken::Ready;                // how its last wait ended
    Parking parking;
    WaitRecords records;             // of the wait under way
    HotMemory hot;                   // set by who parks it
    Exclusive* exclusives = nullptr; // that it has taken, the last one first
};

// Who waits: the running strand; and on whose behalf: the owner, which user code within the wait must not free. It is
// the layers' above (a php_stream), and null for nobody. Passed down to the wait, never kept: a fatal error jumps past
// whoever would have to take it back.
//
// (One of PHP's own Fibers may be resumed, out of a wait that is not a strand's, in another strand than it was left in:
// which one runs is asked again each time.)
struct Waiter {
    Waiter(Strand& its, void* its_owner = nullptr) : scheduler(its.scheduler), owner(its_owner) {}

    // C code that makes a blocking call for a function of PHP's: see Strand::close_wait().
    static Waiter of_call(Strand& its) {
        Waiter waiter(its);
        waiter.is_call = true;
        return waiter;
    }

    Strand& strand() const;
    Scheduler& scheduler;
    void* owner;
    bool is_call = false;
};

} // namespace uvstream::sched
