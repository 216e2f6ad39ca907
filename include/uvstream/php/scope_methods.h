#pragma once

#include "uvstream/zend/php_api.h"

// The methods of Uvstream\Group and Uvstream\TaskLocal.
namespace uvstream::php {

ZEND_METHOD(Uvstream_Group, __construct);
ZEND_METHOD(Uvstream_Group, spawn);
ZEND_METHOD(Uvstream_Group, cancel);
ZEND_METHOD(Uvstream_Group, count);
ZEND_METHOD(Uvstream_TaskLocal, __construct);
ZEND_METHOD(Uvstream_TaskLocal, get);
ZEND_METHOD(Uvstream_TaskLocal, set);

} // namespace uvstream::php
