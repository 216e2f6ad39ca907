#pragma once

#include "uvstream/zend/php_api.h"

// Stock's functions that read from a stream. What one has taken whose wait is cancelled is put back; what it leaves in
// the stream is for the next who waits to read. And our reads are told that they belong to a stream_get_contents().
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

} // namespace uvstream::php
