#include "uvstream/task/local_object.h"

#include "uvstream/task/php_object.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

using LocalObject = PhpObject<Local>;

zend_object_handlers handlers;

zend_object* create(zend_class_entry* type) {
    LocalObject& object = LocalObject::make(type, handlers);
    object.its.number = ++tasks().locals_made;
    ZVAL_UNDEF(&object.its.its_default);
    return &object.std;
}

void free(zend_object* object) {
    zval_ptr_dtor(&LocalObject::of(object).its_default);
    zend_object_std_dtor(object);
}

HashTable* get_gc(zend_object* object, zval** table, int* count) {
    *table = &LocalObject::of(object).its_default;
    *count = 1;
    return zend_std_get_properties(object);
}

} // namespace

Local& local_of(zend_object* object) { return LocalObject::of(object); }

void prepare_local_class() {
    zend::task_classes.task_local->create_object = create;
    LocalObject::prepare(handlers, free);
    handlers.get_gc = get_gc;
}

} // namespace uvstream::task
