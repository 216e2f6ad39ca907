#pragma once

#include "uvstream/zend/php_api.h"

// The slots of a pipe, a terminal, or a socket that has PHP's own operations on files; `stock` are these.
namespace uvstream::stream {

ssize_t read_stdio(const php_stream_ops& stock, php_stream* stream, char* buffer, size_t count);
ssize_t write_stdio(const php_stream_ops& stock, php_stream* stream, const char* buffer, size_t count);

} // namespace uvstream::stream
