#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Closes the thread's persistent streams that are ours.
void close_persistent_streams();

// Makes those of a list, another thread's, plain streams of PHP's again.
void give_back_streams(HashTable* persistent_list);

} // namespace uvstream::stream
