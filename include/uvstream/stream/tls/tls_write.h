#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count);

} // namespace uvstream::stream
