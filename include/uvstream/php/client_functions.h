#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions that connect: with the reason of a failure of TLS behind them, and around them the whole keys of
// persistent connections.
namespace uvstream::php {

PHP_FUNCTION(stream_socket_client);
PHP_FUNCTION(fsockopen);
PHP_FUNCTION(pfsockopen);

} // namespace uvstream::php
