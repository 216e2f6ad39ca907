#pragma once

#include <cstddef>

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// An object of one of our classes: what is ours stands before what is PHP's, in the same memory.
template <class Its> struct PhpObject {
    Its its;
    zend_object std;

    static Its& of(zend_object* object) {
        return reinterpret_cast<PhpObject*>(reinterpret_cast<char*>(object) - offsetof(PhpObject, std))->its;
    }

    // A new one. What is ours is the caller's to make.
    static PhpObject& make(zend_class_entry* type, const zend_object_handlers& handlers) {
        auto* const object = static_cast<PhpObject*>(zend_object_alloc(sizeof(PhpObject), type));
        zend_object_std_init(&object->std, type);
        object_properties_init(&object->std, type);
        object->std.handlers = &handlers;
        return *object;
    }

    // For a class whose objects cannot be cloned. Its other handlers are PHP's own.
    static void prepare(zend_object_handlers& handlers, zend_object_free_obj_t free) {
        handlers = *zend_get_std_object_handlers();
        handlers.offset = offsetof(PhpObject, std);
        handlers.free_obj = free;
        handlers.clone_obj = nullptr;
    }
};

} // namespace uvstream::task
