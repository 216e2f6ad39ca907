#include "uvstream/task/local_object.h"

#include <cstddef>

#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

struct LocalObject {
    Local local;
    zend_object std;
};

zend_object_handlers handlers;

LocalObject& object_of(zend_object* object) {
    return *reinterpret_cast<LocalObject*>(reinterpret_cast<char*>(object) - offsetof(LocalObject, std));
}

zend_object* create(zend_class_entry* type) {
    auto* const its = static_cast<LocalObject*>(zend_object_alloc(sizeof(LocalObject), type));
    its->local.number = ++tasks().locals_made;
    ZVAL_NULL(&its->local.its_default);
    zend_object_std_init(&its->std, type);
    object_properties_init(&its->std, type);
    its->std.handlers = &handlers;
    return &its->std;
}

void free(zend_object* object) {
    zval_ptr_dtor(&object_of(object).local.its_default);
    zend_object_std_dtor(object);
}

HashTable* get_gc(zend_object* object, zval** table, int* count) {
    *table = &object_of(object).local.its_default;
    *count = 1;
    return zend_std_get_properties(object);
}

} // namespace

Local& local_of(zend_object* object) { return object_of(object).local; }

void prepare_local_class() {
    zend::task_classes.task_local->create_object = create;
    handlers = *zend_get_std_object_handlers();
    handlers.offset = offsetof(LocalObject, std);
    handlers.free_obj = free;
    handlers.get_gc = get_gc;
    handlers.clone_obj = nullptr;
}

} // namespace uvstream::task
