#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// The values of TaskLocals in a strand, by the number of the TaskLocal: null for none. A task has its creator's table
// until one of them changes it.
HashTable* share_locals(HashTable* creators);
void drop_locals(HashTable* locals);

// Null where none is set.
zval* find_local(HashTable* locals, zend_ulong number);

// Copies the value.
void set_local(HashTable*& locals, zend_ulong number, zval* value);

} // namespace uvstream::task
