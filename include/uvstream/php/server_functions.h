#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

PHP_FUNCTION(stream_socket_server);
PHP_FUNCTION(stream_socket_accept);
PHP_FUNCTION(stream_get_transports);

} // namespace uvstream::php
