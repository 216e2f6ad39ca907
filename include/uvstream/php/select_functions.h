#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

PHP_FUNCTION(stream_select);

} // namespace uvstream::php
