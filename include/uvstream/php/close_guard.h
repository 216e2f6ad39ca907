#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Stock's, but for a stream that somebody uses: that is marked, and freed when nobody uses it any more.
PHP_FUNCTION(fclose);

// Has the streams that were closed in use freed at the engine's safe points.
void install_close_guard();
void remove_close_guard();

} // namespace uvstream::php
