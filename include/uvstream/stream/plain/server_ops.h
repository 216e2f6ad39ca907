#pragma once

#include "uvstream/zend/php_api.h"

// Operations behind PHP_STREAM_OPTION_XPORT_API; each returns its `returncode`.
namespace uvstream::stream {

int bind_server(php_stream* stream, php_stream_xport_param* param);
int listen_server(php_stream* stream, php_stream_xport_param* param);
int accept_client(php_stream* stream, php_stream_xport_param* param);

} // namespace uvstream::stream
