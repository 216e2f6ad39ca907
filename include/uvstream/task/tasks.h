#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "uvstream/sched/scheduler.h"
#include "uvstream/task/autoload_gate.h"
#include "uvstream/task/body.h"
#include "uvstream/task/fiber_face.h"
#include "uvstream/task/group.h"
#include "uvstream/task/stack_pool.h"
#include "uvstream/task/task.h"
#include "uvstream/task/task_list.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What other layers keep for a strand.
struct StrandHooks {
    void (*begin)(sched::Strand&,
                  void* memory) = nullptr;  // a new one; Task::kNotesSize bytes for `notes` are the task's own
    void (*end)(sched::Strand&) = nullptr;  // it has ended, on its own stack
    void (*bury)(sched::Strand&) = nullptr; // it will not run again
    void (*first)() = nullptr;              // the request's first task is spawned
    void (*describe_wait)(std::string& text, const sched::Event& event) = nullptr; // for a descriptor: net/describe.h
};

// A run() that is under way; on its C stack.
struct RunPlace {
    Body& opener;
    RunPlace* outer = nullptr;
};

// What the tasks of a thread share, for the parts of this layer.
struct SharedByTasks {
    SharedByTasks(sched::Scheduler& its, const StrandHooks& its_hooks)
        : scheduler(its), hooks(its_hooks), autoload_gate(its) {
        ZVAL_UNDEF(&on_error);
    }

    sched::Scheduler& scheduler;
    StackPool stacks;
    StrandHooks hooks;
    AutoloadGate autoload_gate;
    FiberFace fiber_face;
    zval on_error; // undefined: the default
    uint64_t spawned = 0, ended = 0;
    uint64_t failed = 0, cancelled = 0;                  // of those that have ended
    std::unordered_map<uint64_t, const Task*> by_number; // while TasksByNumber is there
    std::string text;                                    // that is being made up
    std::unordered_set<std::string> slow_places;         // that were warned of; the process's
    zend_ulong locals_made = 0;

    // See script_end.h.
    zend_internal_function shutdown_function = {};
    uint32_t shutdown_place = 0;
};

// All tasks of a thread.
class Tasks : public SharedByTasks {
  public:
    Tasks(sched::Scheduler& its, const StrandHooks& its_hooks);

    Body& running() const { return body_of(scheduler.current()); }
    Body& main() { return main_; }

    // With whose end the script ends: {main}'s; in the child of a fork, that of the strand that has forked.
    const Body& head() const { return *head_; }

    // In the child of a fork: it is the parent's, and will never run here.
    void forget(Body& body);

    // A new task that belongs to the group; its creator has a reference of its own to the object. Null, with an
    // exception thrown: the script has ended, or there is no stack.
    Task* spawn(Group& home, const Callable& callable);

    // What spawn() adds to: of the innermost run(), or the script's own.
    Group& root();

    const Group* script() const { return script_; }

    // A run() begins and ends: meanwhile its strand runs the signal handlers, and is told of deadlocks.
    void open_run(RunPlace& place);
    void close_run(RunPlace& place);

    // The strand is gone, and with it the runs that it had opened.
    void drop_runs(const Body& opener);

    // From spawn to end.
    void add(Task& task);
    void remove(Task& task);
    size_t live() const { return live_.size(); }
    const Task* first() const { return live_.first(); }

    // A task has ended by exit() or a fatal error: {main} goes on with that.
    enum class Pending : uint8_t { Nothing, Exit, Bailout };
    void set_pending(Pending pending);
    Pending pending() const { return pending_; }

    // The engine's interrupt, served in a strand that does not run the signal handlers: the one that does is told, and
    // has it when it runs.
    void pass_interrupt_on();

    // The strand runs again. In {main} it does not return if a task has ended by a fatal error.
    void resumed(const Body& body);

    // A task's failure, which nobody has awaited, nor will. Enters user code, whose own failure is reported, too.
    void report(zend_object* failure, Task& task);

    // Throws the exit, if there is one for the running strand.
    bool throw_exit(const Body& body);

    // The script ends: after its last shutdown function.
    void end_script();

    // The same among its destructors: a shutdown function has ended the others by exit(), or a destructor has spawned.
    void end_script_late();

    // After its destructors: nothing of the script's is kept any more.
    void let_go();

    // A fatal error has ended the script: nothing of a task's runs any more.
    void bury_all();

    // Everything of the request is freed.
    void end_request();

    // All are parked, and nothing will wake one: keeps who waits for what, for the DeadlockError.
    void keep_deadlock();
    zend_string* take_deadlock();

  private:
    void choose_signal_strand();
    void meet_interrupt(const Body& body);
    void meet_pending();
    bool is_cancellation_of_running(zend_object* failure) const;
    void call_on_error(zend_object* failure, Task& task);
    void pierce_shields();
    bool await_all();

    Body main_;
    Body* head_ = &main_;
    Group* script_ = nullptr;  // what {main} has spawned outside of a run()
    RunPlace* runs_ = nullptr; // the innermost
    TaskList<&TaskStrand::next_live, &TaskStrand::previous_live> live_;
    Pending pending_ = Pending::Nothing;
    bool is_interrupt_due_ = false; // in the strand that runs the signal handlers
    bool is_used_ = false;          // in this request
    bool has_ended_ = false;        // the script
    zend_string* deadlock_ = nullptr;
};

// The thread's.
inline Tasks& tasks() { return *UVSTREAM_G(tasks); }

} // namespace uvstream::task
