#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// A handle of curl's that a strand is in a transfer of is its own until that has ended, as is a multi handle while its
// transfers are driven, in whose callbacks it may wait: others that would change it wait for that, in order. (libcurl
// knows of one caller only. ext/curl would drop what the transfer has got.)
PHP_FUNCTION(curl_exec);
PHP_FUNCTION(curl_setopt);
PHP_FUNCTION(curl_setopt_array);
PHP_FUNCTION(curl_reset);
PHP_FUNCTION(curl_multi_exec);
PHP_FUNCTION(curl_multi_add_handle);
PHP_FUNCTION(curl_multi_remove_handle);
PHP_FUNCTION(curl_multi_close);

} // namespace uvstream::php
