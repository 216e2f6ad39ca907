#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\TaskLocal.
struct Local {
    zend_ulong number; // by which strands keep its values; no other has it in this thread
    zval its_default;  // undefined until its constructor has run
};

Local& local_of(zend_object* object);

// At module start-up, once the class is registered.
void prepare_local_class();

} // namespace uvstream::task
