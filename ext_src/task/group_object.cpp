#include "uvstream/task/group_object.h"

#include "uvstream/task/php_object.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

using GroupObject = PhpObject<Group*>;

zend_object_handlers handlers;

zend_object* create(zend_class_entry* type) {
    GroupObject& object = GroupObject::make(type, handlers);
    object.its = nullptr;
    return &object.std;
}

void free(zend_object* object) {
    if (Group* const group = GroupObject::of(object)) group->release();
    zend_object_std_dtor(object);
}

} // namespace

Group& make_group(size_t limit, zval* handle) {
    object_init_ex(handle, zend::task_classes.group);
    return *(GroupObject::of(Z_OBJ_P(handle)) = Group::make(Group::Policy::Group, limit));
}

Group& group_of(zend_object* handle) { return *GroupObject::of(handle); }

void prepare_group_class() {
    zend::task_classes.group->create_object = create;
    GroupObject::prepare(handlers, free);
}

} // namespace uvstream::task
