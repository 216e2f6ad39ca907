#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions for servers, written anew: with the errors that the manual promises, and the transports as a list.
namespace uvstream::php {

PHP_FUNCTION(stream_socket_server);
PHP_FUNCTION(stream_socket_accept);
PHP_FUNCTION(stream_get_transports);

} // namespace uvstream::php
