#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

PHP_FUNCTION(stream_socket_enable_crypto);

// What later versions of PHP have by themselves, and ours are to have, too: null for no functions.
const zend_function_entry* missing_functions();
void register_missing_constants(int module_number);

} // namespace uvstream::php
