#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

PHP_FUNCTION(stream_socket_enable_crypto);

// What later versions of PHP have by themselves, and earlier ones are to have, too.
const zend_function_entry* later_functions();
void declare_later_constants(int module_number);

} // namespace uvstream::php
