#include "uvstream/task/channel_object.h"

#include <new>

#include "uvstream/task/php_object.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

using ChannelObject = PhpObject<Channel>;

zend_object_handlers handlers;

zend_object* create(zend_class_entry* type) {
    ChannelObject& object = ChannelObject::make(type, handlers);
    new (&object.its) Channel(object.std.handle);
    return &object.std;
}

void free(zend_object* object) {
    ChannelObject::of(object).free_values();
    zend_object_std_dtor(object);
}

HashTable* get_gc(zend_object* object, zval** table, int* count) {
    zend_get_gc_buffer* const buffer = zend_get_gc_buffer_create();
    ChannelObject::of(object).collect(buffer);
    zend_get_gc_buffer_use(buffer, table, count);
    return zend_std_get_properties(object);
}

// foreach: each step receives.
struct Received {
    zend_object_iterator iterator;
    zval value;
    zend_long number;
};

Received& received(zend_object_iterator* iterator) { return *reinterpret_cast<Received*>(iterator); }

void invalidate(zend_object_iterator* iterator) {
    zval_ptr_dtor(&received(iterator).value);
    ZVAL_UNDEF(&received(iterator).value);
}

void destroy(zend_object_iterator* iterator) {
    invalidate(iterator);
    zval_ptr_dtor(&iterator->data);
}

void receive(zend_object_iterator* iterator) {
    invalidate(iterator);
    zval value;
    if (!channel_of(Z_OBJ(iterator->data)).receive(tasks().running(), &value, false)) return;
    ZVAL_COPY_VALUE(&received(iterator).value, &value);
}

// (What it returns is an int or a zend_result.)
template <class Answer> Answer is_valid(zend_object_iterator* iterator) {
    return Z_TYPE(received(iterator).value) != IS_UNDEF ? SUCCESS : FAILURE;
}

zval* value_of(zend_object_iterator* iterator) {
    zval& value = received(iterator).value;
    return Z_TYPE(value) != IS_UNDEF ? &value : nullptr;
}

const zend_object_iterator_funcs functions = {
    destroy,
    is_valid,
    value_of,
    [](zend_object_iterator* iterator, zval* key) { ZVAL_LONG(key, received(iterator).number); },
    [](zend_object_iterator* iterator) {
        ++received(iterator).number;
        receive(iterator);
    },
    receive, // (a channel has no beginning: whoever begins takes the next)
    invalidate,
    nullptr,
};

zend_object_iterator* iterate(zend_class_entry*, zval* object, int by_reference) {
    if (by_reference != 0) {
        zend::throw_no_references();
        return nullptr;
    }
    auto* const its = static_cast<Received*>(emalloc(sizeof(Received)));
    zend_iterator_init(&its->iterator);
    ZVAL_OBJ_COPY(&its->iterator.data, Z_OBJ_P(object));
    its->iterator.funcs = &functions;
    ZVAL_UNDEF(&its->value);
    its->number = 0;
    return &its->iterator;
}

} // namespace

Channel& channel_of(zend_object* object) { return ChannelObject::of(object); }

void prepare_channel_class() {
    zend::task_classes.channel->create_object = create;
    zend::task_classes.channel->get_iterator = iterate;
    ChannelObject::prepare(handlers, free);
    handlers.get_gc = get_gc;
}

} // namespace uvstream::task
