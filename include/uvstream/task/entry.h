#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What runs on each C stack: one task after the other. It never returns.
void run_tasks(zend_fiber_transfer* transfer);

} // namespace uvstream::task
