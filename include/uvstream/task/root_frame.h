#pragma once

#include "uvstream/task/stack_pool.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Has the engine run on a stack from its bottom on, in that Fiber: what zend_fiber_execute() does before its function.
void enter_root_frame(zend_fiber& fiber, const Stack& stack);

} // namespace uvstream::task
