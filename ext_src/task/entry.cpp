#include "uvstream/task/entry.h"

#include <cstdlib>

#include "uvstream/sched/dispatcher.h"
#include "uvstream/task/stack_pool.h"
#include "uvstream/task/switching.h"
#include "uvstream/task/task.h"
#include "uvstream/task/tasks.h"

namespace uvstream::task {

namespace {

// The task's own reference. Nothing of the script's runs any more: its destructor is as good as called, and what is
// left of a cycle is the collector's another time.
void release(zend_object* object) {
    if (GC_DELREF(object) > 0) return;
    GC_ADD_FLAGS(object, IS_OBJ_DESTRUCTOR_CALLED);
    GC_SET_REFCOUNT(object, 1);
    OBJ_RELEASE(object);
}

// Another strand runs from here on; returns when a new task has this stack.
void leave(Tasks& tasks, Task& task, bool has_bailed_out) {
    sched::Dispatcher& dispatcher = tasks.scheduler.dispatcher();
    sched::Strand* next = &tasks.main().strand;
    if (has_bailed_out) {
        tasks.set_pending(Tasks::Pending::Bailout);
    } else if (&tasks.head() == &task.body) {
        tasks.set_pending(Tasks::Pending::Exit);
    }
    if (tasks.pending() == Tasks::Pending::Nothing) {
        next = &dispatcher.leave(task.strand);
    } else {
        dispatcher.leave_to(task.strand, *next);
    }
    if (has_bailed_out) {
        task.body.engine.leave_for_good();
        task.drop();
        task.abandon_stack();
    } else {
        task.leave_stack();
        release(task.object());
    }
    EG(current_execute_data) = nullptr; // there is no frame of this one's
    switch_to_body(body_of(*next));
}

// Of so many bytes that the frames of two stacks do not lie at the same place of the cache. (Touched, or it is
// nothing.)
void run_from(size_t colour) {
    volatile char* const gap = static_cast<char*>(alloca(colour * 64 + 1));
    gap[0] = 0;
    for (;;) {
        Tasks& all = tasks();
        Task& task = *all.running().task;
        EG(current_fiber_context) = task.body.context;
        const bool has_returned = task.call();
        leave(all, task, !has_returned);
    }
}

} // namespace

void run_tasks(zend_fiber_transfer*) { run_from(tasks().running().task->colour()); }

} // namespace uvstream::task
