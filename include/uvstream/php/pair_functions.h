#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Stock's function, and then the sockets of the pair become ours.
PHP_FUNCTION(stream_socket_pair);

// The same of a process's ends that are sockets: a pipe needs nothing of the kind.
PHP_FUNCTION(proc_open);

} // namespace uvstream::php
