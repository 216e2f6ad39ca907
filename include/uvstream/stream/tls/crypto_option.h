#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// PHP_STREAM_OPTION_CRYPTO_API.
int set_crypto(php_stream* stream, php_stream_xport_crypto_param* param);

} // namespace uvstream::stream
