#pragma once

#include <cstddef>
#include <cstdint>

#include "uvstream/sched/strand.h"
#include "uvstream/sched/strand_line.h"
#include "uvstream/task/body.h"
#include "uvstream/task/callable.h"
#include "uvstream/task/outcome.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

struct Stack;

// What the parts of this layer know a task by.
struct TaskStrand {
    // What other layers keep for it, in the same memory: see StrandHooks.
    static constexpr size_t kNotesSize = 104;

    explicit TaskStrand(sched::Scheduler& scheduler) : strand(scheduler), body(strand) {}

    sched::Strand strand;
    Body body;
    alignas(void*) unsigned char notes[kNotesSize];
    Task *next_member = nullptr, *previous_member = nullptr; // of its group
    Task *next_live = nullptr, *previous_live = nullptr;     // of all
};

// A strand that a script has spawned. It lives in its PHP object, of which the task itself has a reference until it has
// ended; beside that stands a real Fiber, by whose embedded context it runs.
class Task : public TaskStrand {
  public:
    enum class State : uint8_t {
        Queued, // until fewer than the group's limit run
        Ready,  // it has a stack, and has not begun
        Begun,
        Ending, // its outcome is settled; user code still runs in it: destructors, and who is told of its failure
        Ended,
    };

    // It has no stack yet: see make_ready().
    static Task& make(Tasks& tasks, Group& home, const Callable& callable, const Body& creator);

    Task(Tasks& its_tasks, zend_object& its_object, zend_fiber& its_fiber, Group& its_home);
    ~Task();
    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;

    static Task* of(zend_object* object);
    zend_object* object() const { return object_; }
    const zend_string* name() const;
    uint64_t number() const { return number_; }
    zend_fiber* fiber() const { return fiber_; }
    const Group* home() const { return home_; } // null once it has left it
    State state() const { return state_; }
    bool has_ended() const { return state_ >= State::Ending; }

    // A queued one gets its stack, and is ready. False where there is none: an exception is thrown.
    bool make_ready();

    // On a stack now: the context to switch to.
    zend_fiber_context* begin();

    // On its own stack: calls the function. False after a fatal error.
    bool call();

    // The function has returned or thrown; after it the task is no member of anything any more. On its own stack, and
    // user code may run.
    void end();

    // Its stack is free for the next task; it still runs there. See entry.cpp.
    void leave_stack();

    // After a fatal error on it nothing can run there any more.
    void abandon_stack() { (void)hand_back_stack(); }
    size_t colour() const;

    // There was no stack for it: an exception is on its way to its creator.
    void fail_to_begin();

    // It will not run again and nothing of it is unwound: a fatal error, or the child of a fork.
    void drop();

    // One that has not begun ends at once; of one that is Ending the rest of its waits fail. The message may be null.
    void cancel(CancelReason reason, zend_string* message);

    // One of its waits has ended by a limit: if that is its group's deadline, it is the end of all that are in it.
    void meet_limit();

    // Known once it has ended.
    Outcome& outcome() { return outcome_; }
    sched::StrandLine& awaiters() { return awaiters_; }

    // Nobody has awaited its failure, nor will: once. Enters user code.
    void report();

  private:
    void settle();
    void settle_outcome();
    void fail_script();
    void settle_rest();
    void drop_what_it_had();
    bool settle_exit();
    bool is_unreachable() const { return GC_REFCOUNT(object_) == 1; } // nobody will ask
    void drop_outcome();
    void count_outcome();
    void tell_end();
    bool leave_live();
    void leave_home();
    void leave_fiber();
    Stack& hand_back_stack();
    void end_unbegun();
    void leave_unbegun();

    Tasks& tasks_;
    zend_object* object_;
    zend_fiber* fiber_;
    Group* home_;
    Stack* stack_ = nullptr;
    sched::StrandLine awaiters_;
    Outcome outcome_;
    uint64_t number_; // in the order in which they were spawned
    State state_ = State::Queued;
};

} // namespace uvstream::task
