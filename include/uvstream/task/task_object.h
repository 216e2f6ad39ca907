#pragma once

#include "uvstream/task/task.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\Task: the task is in its object. Of an object that nobody has spawned (reflection makes such) there is none.
struct TaskObject {
    alignas(Task) unsigned char memory[sizeof(Task)];
    bool is_made;
    zend_object std;

    Task& task() { return *reinterpret_cast<Task*>(memory); }

    static TaskObject& of(zend_object* object);
};

// At module start-up, once the class is registered.
void prepare_task_class();

} // namespace uvstream::task
