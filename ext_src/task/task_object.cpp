#include "uvstream/task/task_object.h"

#include "uvstream/task/php_object.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

zend_object_handlers handlers;

zend_object* create(zend_class_entry* type) {
    PhpObject<TaskObject>& object = PhpObject<TaskObject>::make(type, handlers);
    object.its.is_made = false;
    return &object.std;
}

// Like a destructor: nobody will await it any more. One that has not ended has a reference of its own: the script ends.
void destroy(zend_object* object) {
    TaskObject& its = TaskObject::of(object);
    if (!its.is_made) return;
    if (!its.task().has_ended()) tasks().end_script_late();
    its.task().report();
}

void free(zend_object* object) {
    if (TaskObject& its = TaskObject::of(object); its.is_made) its.task().~Task();
    zend_object_std_dtor(object);
}

HashTable* get_gc(zend_object* object, zval** table, int* count) {
    TaskObject& its = TaskObject::of(object);
    zend_get_gc_buffer* const buffer = zend_get_gc_buffer_create();
    if (its.is_made) {
        const Outcome& outcome = its.task().outcome();
        zval value = *outcome.value();
        zend_get_gc_buffer_add_zval(buffer, &value);
        zend_get_gc_buffer_add_obj(buffer, &its.task().fiber()->std); // which has the result, too
        if (outcome.failure() != nullptr) zend_get_gc_buffer_add_obj(buffer, outcome.failure());
    }
    zend_get_gc_buffer_use(buffer, table, count);
    return zend_std_get_properties(object);
}

// The same of its Fiber, which Zend would unwind by a switch of its own.
void destroy_fiber(zend_object* object) {
    if (reinterpret_cast<zend_fiber*>(object)->context.status != ZEND_FIBER_STATUS_DEAD) tasks().end_script_late();
}

} // namespace

TaskObject& TaskObject::of(zend_object* object) { return PhpObject<TaskObject>::of(object); }

void end_with_script(zend_object& fiber) {
    static const zend_object_handlers its = [&fiber] {
        zend_object_handlers own = *fiber.handlers;
        own.dtor_obj = destroy_fiber;
        return own;
    }();
    fiber.handlers = &its;
}

void prepare_task_class() {
    zend::task_classes.task->create_object = create;
    PhpObject<TaskObject>::prepare(handlers, free);
    handlers.dtor_obj = destroy;
    handlers.get_gc = get_gc;
}

} // namespace uvstream::task
