#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions, which are called as they are: from their arguments and results we learn what pcntl keeps to
// itself.
namespace uvstream::php {

PHP_FUNCTION(pcntl_fork);
PHP_FUNCTION(pcntl_signal);
PHP_FUNCTION(pcntl_async_signals);

// At the request's end: its signals have pcntl's own handler again.
void give_back_signals();

} // namespace uvstream::php
