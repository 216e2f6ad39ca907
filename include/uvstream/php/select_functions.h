#pragma once

#include "uvstream/zend/php_api.h"

// stream_select() without a limit of descriptors, whose wait may be a strand's.
namespace uvstream::php {

PHP_FUNCTION(stream_select);

} // namespace uvstream::php
