#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Stock's; then the module that it has loaded makes its blocking calls as those do that came with PHP.
PHP_FUNCTION(dl);

} // namespace uvstream::php
