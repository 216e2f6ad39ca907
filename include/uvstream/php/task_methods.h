#pragma once

#include "uvstream/zend/php_api.h"

// The methods of Uvstream\Task.
namespace uvstream::php {

ZEND_METHOD(Uvstream_Task, __construct);
ZEND_METHOD(Uvstream_Task, current);
ZEND_METHOD(Uvstream_Task, await);
ZEND_METHOD(Uvstream_Task, cancel);
ZEND_METHOD(Uvstream_Task, isDone);
ZEND_METHOD(Uvstream_Task, where);

} // namespace uvstream::php
