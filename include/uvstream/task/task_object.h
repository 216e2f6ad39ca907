#pragma once

#include "uvstream/task/task.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\Task: the task is in its object. Of an object that nobody has spawned (reflection makes such) there is none.
struct TaskObject {
    alignas(Task) unsigned char memory[sizeof(Task)];
    bool is_made;

    Task& task() { return *reinterpret_cast<Task*>(memory); }

    static TaskObject& of(zend_object* object);
};

// The Fiber of a new task: it ends with the script's tasks, where the engine would unwind it.
void end_with_script(zend_object& fiber);

// At module start-up, once the class is registered.
void prepare_task_class();

} // namespace uvstream::task
