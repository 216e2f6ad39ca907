#include "uvstream/task/group_object.h"

#include <cstddef>

#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

struct GroupObject {
    Group* group;
    zend_object std;
};

zend_object_handlers handlers;

GroupObject& object_of(zend_object* object) {
    return *reinterpret_cast<GroupObject*>(reinterpret_cast<char*>(object) - offsetof(GroupObject, std));
}

zend_object* create(zend_class_entry* type) {
    auto* const its = static_cast<GroupObject*>(zend_object_alloc(sizeof(GroupObject), type));
    its->group = nullptr;
    zend_object_std_init(&its->std, type);
    object_properties_init(&its->std, type);
    its->std.handlers = &handlers;
    return &its->std;
}

void free(zend_object* object) {
    if (Group* const group = object_of(object).group) group->release();
    zend_object_std_dtor(object);
}

} // namespace

Group& make_group(size_t limit, zval* handle) {
    object_init_ex(handle, zend::task_classes.group);
    return *(object_of(Z_OBJ_P(handle)).group = Group::make(Group::Policy::Group, limit));
}

Group& group_of(zend_object* handle) { return *object_of(handle).group; }

void prepare_group_class() {
    zend::task_classes.group->create_object = create;
    handlers = *zend_get_std_object_handlers();
    handlers.offset = offsetof(GroupObject, std);
    handlers.free_obj = free;
    handlers.clone_obj = nullptr;
}

} // namespace uvstream::task
