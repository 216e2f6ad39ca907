#pragma once

#include "uvstream/task/group.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\Group: a handle of the group. A new one, with its handle.
Group& make_group(size_t limit, zval* handle);
Group& group_of(zend_object* handle);

// At module start-up, once the class is registered.
void prepare_group_class();

} // namespace uvstream::task
