#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Behind PHP_STREAM_OPTION_XPORT_API; returns the `returncode`.
int connect_client(php_stream* stream, php_stream_xport_param* param);

} // namespace uvstream::stream
