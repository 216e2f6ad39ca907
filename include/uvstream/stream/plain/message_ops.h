#pragma once

#include "uvstream/zend/php_api.h"

// stream_socket_sendto() and stream_socket_recvfrom(): past the stream's buffer, straight at the socket. Each returns
// the `returncode`.
namespace uvstream::stream {

int send_message(php_stream* stream, php_stream_xport_param* param);
int receive_message(php_stream* stream, php_stream_xport_param* param);

} // namespace uvstream::stream
