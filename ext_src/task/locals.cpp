#include "uvstream/task/locals.h"

namespace uvstream::task {

HashTable* share_locals(HashTable* creators) {
    if (creators != nullptr) GC_ADDREF(creators);
    return creators;
}

void drop_locals(HashTable* locals) {
    if (locals != nullptr) zend_array_release(locals);
}

zval* find_local(HashTable* locals, zend_ulong number) {
    return locals != nullptr ? zend_hash_index_find(locals, number) : nullptr;
}

void set_local(HashTable*& locals, zend_ulong number, zval* value) {
    if (locals == nullptr) {
        locals = zend_new_array(0);
    } else if (GC_REFCOUNT(locals) > 1) {
        GC_DELREF(locals);
        locals = zend_array_dup(locals);
    }
    Z_TRY_ADDREF_P(value);
    zend_hash_index_update(locals, number, value);
}

} // namespace uvstream::task
