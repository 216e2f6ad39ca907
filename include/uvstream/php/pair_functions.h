#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Stock's function, and then the sockets of the pair become ours.
PHP_FUNCTION(stream_socket_pair);

} // namespace uvstream::php
