#pragma once

#include "uvstream/zend/php_api.h"

// The slots that all our tables share; reads and writes are in plain/ and tls/.
namespace uvstream::stream {

int op_close(php_stream* stream, int close_handle);
int op_flush(php_stream* stream);
int op_stat(php_stream* stream, php_stream_statbuf* buffer);
int op_cast(php_stream* stream, int cast_as, void** result);
int op_set_option(php_stream* stream, int option, int value, void* param);

} // namespace uvstream::stream
