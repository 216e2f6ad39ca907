#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Closes the thread's persistent streams that are ours.
void close_persistent_streams();

// Lays PHP's own tables over the streams of ours in the list of another thread, which has ended without closing them:
// when PHP does that, it calls nothing of ours.
void give_back_streams(HashTable* persistent_list);

} // namespace uvstream::stream
