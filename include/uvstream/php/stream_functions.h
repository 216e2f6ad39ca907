#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions, with a little before or after.
namespace uvstream::php {

PHP_FUNCTION(stream_get_contents);
PHP_FUNCTION(stream_socket_pair);

} // namespace uvstream::php
