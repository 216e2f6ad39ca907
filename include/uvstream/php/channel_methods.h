#pragma once

#include "uvstream/zend/php_api.h"

// The methods of Uvstream\Channel.
namespace uvstream::php {

ZEND_METHOD(Uvstream_Channel, __construct);
ZEND_METHOD(Uvstream_Channel, send);
ZEND_METHOD(Uvstream_Channel, receive);
ZEND_METHOD(Uvstream_Channel, close);
ZEND_METHOD(Uvstream_Channel, isClosed);
ZEND_METHOD(Uvstream_Channel, count);
ZEND_METHOD(Uvstream_Channel, getIterator);

} // namespace uvstream::php
