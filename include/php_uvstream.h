#pragma once

#ifdef __cplusplus // PHP's own sources, which have its headers already, are C
#include "uvstream/zend/php_api.h"
#endif

#define PHP_UVSTREAM_VERSION "0.2.0"

extern zend_module_entry uvstream_module_entry;
#define phpext_uvstream_ptr &uvstream_module_entry
