#pragma once

#include "uvstream/task/group.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// A task for each function of an array or a Traversable, kept in the array `spawned` under its key. Ends at the first
// that cannot be: an exception is thrown, and those before it are the group's.
void spawn_each(Group& group, zval* functions, zval* spawned);

// What they have returned, under the same keys. One that was cancelled has returned nothing: that is thrown.
void take_results(const zval& spawned, zval* results);

} // namespace uvstream::task
