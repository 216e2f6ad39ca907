#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/zend/php_api.h"

// ssl:// and the like, whose connections begin with a handshake.
namespace uvstream::stream {

// The method, with the client's bit; 0: they begin in plain.
int first_method(php_stream* stream);

// The end of a listen, an accept or a connect. Each returns the operation's `returncode`.
int listen_tls(php_stream* listener, php_stream_xport_param* param);
int accept_tls(php_stream* listener, php_stream* client, php_stream_xport_param* param, base::Deadline deadline);
int connect_tls(php_stream* stream, php_stream_xport_param* param, base::Deadline deadline);

} // namespace uvstream::stream
