#pragma once

#include <cstddef>

#include "uvstream/task/mappings.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// A C stack with the first page of a VM stack, and what Zend keeps of it while no task has it. A task that begins moves
// the context into its Fiber, and moves it back at its end: so a stack is mapped once, and serves many.
struct Stack {
    zend_fiber_context context; // void while a task has it
    zend_fiber_stack* memory;
    zend_vm_stack page;
    size_t size;   // of the memory
    size_t colour; // 64 bytes each: that not all stacks begin at the same place in the cache
    Stack* next_free;
    Stack *next, *previous; // of all
};

// One for each thread, within a request.
class StackPool {
  public:
    // A stack on which `run` has not begun, or waits for its next task in the middle of it. Null, with an exception
    // thrown that says why, where there is none to be had.
    Stack* take(zend_fiber_coroutine run);

    // Its coroutine waits for the next task, or has never begun.
    void give_back(Stack& stack);

    // The same by the task on it. Beyond some free stacks, each gives what it took further down back to the system.
    void give_back_own(Stack& stack);

    // A fatal error has ended what ran on it; not to be called on the stack itself.
    void unmap(Stack& stack);

    // Those that wait for a task. PHP tells its observers of each, so it is to be done while these may run.
    void unmap_free();

    // All of them, whatever ran there: nothing is unwound.
    void unmap_all();

    size_t mapped() const { return mapped_; }
    size_t free() const { return free_count_; }

  private:
    Stack* map(zend_fiber_coroutine run);
    bool is_room() const;

    Stack* free_ = nullptr;
    Stack* all_ = nullptr;
    size_t mapped_ = 0, free_count_ = 0, next_colour_ = 0;
    Reserve reserve_;                 // while there are stacks, unless the system has refused one
    size_t mappings_ = 0;             // of the process, that they take: at most
    const char* unguarded_ = nullptr; // the last one without a guard page: see drop_guard()
};

} // namespace uvstream::task
