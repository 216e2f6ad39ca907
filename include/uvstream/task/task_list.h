#pragma once

#include <cstddef>

#include "uvstream/task/task.h"

namespace uvstream::task {

// Tasks in the order in which they came: those of a group, or all. The links are the task's own, a pair for each list.
template <Task* TaskStrand::*Next, Task* TaskStrand::*Previous> class TaskList {
  public:
    Task* first() { return first_; }
    const Task* first() const { return first_; }
    size_t size() const { return size_; }

    // Also for who waits for it: what it refers to lasts as long as the list.
    const bool& is_empty() const { return is_empty_; }

    void add(Task& task) {
        task.*Previous = last_;
        (last_ != nullptr ? last_->*Next : first_) = &task;
        last_ = &task;
        ++size_;
        is_empty_ = false;
    }

    void remove(Task& task) {
        (task.*Previous != nullptr ? task.*Previous->*Next : first_) = task.*Next;
        (task.*Next != nullptr ? task.*Next->*Previous : last_) = task.*Previous;
        task.*Next = task.*Previous = nullptr;
        is_empty_ = --size_ == 0;
    }

    // Cancelling one that has not begun ends it: then it is not here any more, and its destructors may have changed the
    // others. The message may be null.
    void cancel_each(CancelReason reason, zend_string* message) {
        for (Task* task = first_; task != nullptr;) {
            Task* const next = task->*Next;
            if (next != nullptr) GC_ADDREF(next->object());
            task->cancel(reason, message);
            const bool is_next_here = next == nullptr || next->*Previous != nullptr || first_ == next;
            task = is_next_here ? next : first_;
            if (next != nullptr) OBJ_RELEASE(next->object());
        }
    }

  private:
    Task *first_ = nullptr, *last_ = nullptr;
    size_t size_ = 0;
    bool is_empty_ = true;
};

} // namespace uvstream::task
