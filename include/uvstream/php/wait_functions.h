#pragma once

#include "uvstream/zend/php_api.h"

// PHP's functions that sleep: where other strands could run meanwhile they park. What they say of their arguments, and
// return, is stock's.
namespace uvstream::php {

PHP_FUNCTION(sleep);
PHP_FUNCTION(usleep);
PHP_FUNCTION(time_nanosleep);
PHP_FUNCTION(time_sleep_until);

} // namespace uvstream::php
