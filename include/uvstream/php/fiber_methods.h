#pragma once

#include "uvstream/zend/php_api.h"

// Methods of Fiber, which know a task's own from those of the script.
namespace uvstream::php {

ZEND_METHOD(Fiber, suspend);
ZEND_METHOD(Fiber, resume);
ZEND_METHOD(Fiber, throw);

} // namespace uvstream::php
