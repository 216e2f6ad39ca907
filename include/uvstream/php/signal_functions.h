#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions, listened to.
namespace uvstream::php {

PHP_FUNCTION(pcntl_fork);
PHP_FUNCTION(pcntl_signal);
PHP_FUNCTION(pcntl_async_signals);

} // namespace uvstream::php
