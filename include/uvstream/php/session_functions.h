#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// There is one session for all strands. Each of these may wait, within which no other is to change it: one strand at a
// time is in them.
PHP_FUNCTION(session_start);
PHP_FUNCTION(session_write_close);
PHP_FUNCTION(session_abort);
PHP_FUNCTION(session_reset);
PHP_FUNCTION(session_destroy);
PHP_FUNCTION(session_regenerate_id);

} // namespace uvstream::php
