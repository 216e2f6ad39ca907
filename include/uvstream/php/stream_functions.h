#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions, called with something of ours before or after: the sockets of a pair become ours, our reads are
// told that they belong to a stream_get_contents(), and what a call has taken whose wait is cancelled is put back. What
// such a call leaves in the stream is for the next who waits to read.
namespace uvstream::php {

PHP_FUNCTION(fgetc);
PHP_FUNCTION(fgetcsv);
PHP_FUNCTION(fgets);
PHP_FUNCTION(fpassthru);
PHP_FUNCTION(fread);
PHP_FUNCTION(fscanf);
PHP_FUNCTION(stream_copy_to_stream);
PHP_FUNCTION(stream_get_contents);
PHP_FUNCTION(stream_get_line);
PHP_FUNCTION(stream_socket_pair);

} // namespace uvstream::php
