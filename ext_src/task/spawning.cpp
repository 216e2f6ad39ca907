#include "uvstream/task/spawning.h"

#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

// Null, with an exception thrown.
Task* spawn_one(Group& group, zval* function) {
    char* why = nullptr;
    zend_fcall_info_cache cache;
    const bool is_callable = zend_is_callable_ex(function, nullptr, 0, nullptr, &cache, &why);
    if (is_callable) {
        zend_release_fcall_info_cache(&cache);
    } else {
        zend::throw_not_callable(why != nullptr ? why : "no array or string given");
    }
    if (why != nullptr) efree(why);
    return is_callable ? tasks().spawn(group, {function, cache, nullptr, 0, nullptr}) : nullptr;
}

// Takes the key over only as it is.
bool spawn_under(Group& group, zval* function, zval* key, zval* spawned) {
    Task* const task = spawn_one(group, function);
    if (task == nullptr) return false;
    zval object;
    ZVAL_OBJ(&object, task->object());
    array_set_zval_key(Z_ARRVAL_P(spawned), key, &object);
    zval_ptr_dtor(&object);
    return EG(exception) == nullptr;
}

void spawn_each_of(Group& group, HashTable* functions, zval* spawned) {
    HashPosition place;
    zend_hash_internal_pointer_reset_ex(functions, &place);
    while (zval* function = zend_hash_get_current_data_ex(functions, &place)) {
        zval key;
        zend_hash_get_current_key_zval_ex(functions, &key, &place);
        ZVAL_DEREF(function);
        const bool is_spawned = spawn_under(group, function, &key, spawned);
        zval_ptr_dtor(&key);
        if (!is_spawned) return;
        zend_hash_move_forward_ex(functions, &place);
    }
}

struct Each {
    Group& group;
    zval* spawned;
};

int spawn_current(zend_object_iterator* iterator, void* argument) {
    const auto& [group, spawned] = *static_cast<Each*>(argument);
    zval* function = iterator->funcs->get_current_data(iterator);
    if (function == nullptr || EG(exception) != nullptr) return ZEND_HASH_APPLY_STOP;
    zval key;
    if (iterator->funcs->get_current_key != nullptr) {
        iterator->funcs->get_current_key(iterator, &key);
        if (EG(exception) != nullptr) return ZEND_HASH_APPLY_STOP;
    } else {
        ZVAL_LONG(&key, static_cast<zend_long>(iterator->index));
    }
    ZVAL_DEREF(function);
    const bool is_spawned = spawn_under(group, function, &key, spawned);
    zval_ptr_dtor(&key);
    return is_spawned ? ZEND_HASH_APPLY_KEEP : ZEND_HASH_APPLY_STOP;
}

} // namespace

void spawn_each(Group& group, zval* functions, zval* spawned) {
    if (Z_TYPE_P(functions) == IS_ARRAY) return spawn_each_of(group, Z_ARRVAL_P(functions), spawned);
    Each each{group, spawned};
    spl_iterator_apply(functions, spawn_current, &each);
}

void take_results(const zval& spawned, zval* results) {
    HashTable* const objects = Z_ARRVAL(spawned);
    HashPosition place;
    zend_hash_internal_pointer_reset_ex(objects, &place);
    while (const zval* const object = zend_hash_get_current_data_ex(objects, &place)) {
        zval key, result;
        Task::of(Z_OBJ_P(object))->outcome().take(&result);
        if (EG(exception) != nullptr) return;
        zend_hash_get_current_key_zval_ex(objects, &key, &place);
        array_set_zval_key(Z_ARRVAL_P(results), &key, &result); // copies
        zval_ptr_dtor(&result);
        zval_ptr_dtor(&key);
        zend_hash_move_forward_ex(objects, &place);
    }
}

} // namespace uvstream::task
