#pragma once

#include "uvstream/zend/php_api.h"

// PHP's functions that ask the C library for a name or an address: where other strands could run meanwhile a thread
// asks it the same question, and they park. What they say of their arguments, and return, is stock's.
namespace uvstream::php {

PHP_FUNCTION(gethostbyname);
PHP_FUNCTION(gethostbynamel);
PHP_FUNCTION(gethostbyaddr);

} // namespace uvstream::php
