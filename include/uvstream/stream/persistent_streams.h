#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Closes the thread's persistent streams that are ours.
void close_persistent_streams();

// Lays PHP's own tables over the streams of ours, and over files, in the list of a thread that ends, or has ended,
// without closing them: when PHP does that, it calls nothing of ours.
void give_back_streams(HashTable* persistent_list);

// Before PHP looks for a persistent stream: one that another strand is parked in is not handed out. It gets another
// key, and is closed at the request's end at the latest.
void set_aside_if_used(zend_string* key);

// At the request's end.
void close_set_aside();

} // namespace uvstream::stream
