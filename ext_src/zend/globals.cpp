#include "uvstream/zend/globals.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)
