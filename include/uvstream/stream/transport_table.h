#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Takes PHP's transports over, and gives back those that are still ours. Called at module start-up and shut-down.
void take_over_transports();
void give_back_transports();

// The names of those that are ours, for `php --ri`. To be released.
zend_string* taken_over_transports();

// A stream of ext/openssl's own, with no socket; null where that extension is not there.
php_stream* make_openssls_stream(bool is_persistent);

// An empty stream of the same kind as `like`, with no socket yet; null when memory or the transport is gone.
php_stream* make_stream_like(php_stream* like);

} // namespace uvstream::stream
