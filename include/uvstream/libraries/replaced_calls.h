#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

// Has the blocking calls of PHP's own C code, and of its extensions', park: in each loaded module that the list in the
// source names, its imports of these calls are ours from here on; so are those of the libraries that are to park (see
// library_calls.h). Once all modules are there; for what comes later it is called again. The threads that are to park
// say so: see CallingThread.
void replace_calls();

// Before our code goes. Calls that wait have ended.
void restore_calls();

// "flock, semop": those that are replaced.
zend_string* replaced_call_names();

} // namespace uvstream::libraries
