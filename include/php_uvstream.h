#pragma once

#include "uvstream/zend/php_api.h"

#define PHP_UVSTREAM_VERSION "0.2.0"

extern zend_module_entry uvstream_module_entry;
#define phpext_uvstream_ptr &uvstream_module_entry
