#pragma once

#include "uvstream/stream/descriptors.h"
#include "uvstream/zend/php_api.h"

// Streams with PHP's own operations on files: pipes, terminals, php://stdin, and files. Their table's address is an
// identity that PHP compares, so it stays theirs; it is writable, and some of its slots are ours. What is a file, which
// is always ready, goes straight to PHP's operation, and so does a wait that nobody else would use. One table for all
// threads.
namespace uvstream::stream {

// At module start-up and shut-down.
void take_over_stdio();
void give_back_stdio();

// Whether it has that table, and we are told of its end. (Another extension may have put its close before ours.)
bool is_stdio(const php_stream* stream);

// Whether its reads and writes park where they would block, at this moment.
bool parks_as_stdio(const php_stream* stream);

// What is remembered of a descriptor, if that may park; or null.
StdioMemory* parking_memory(int fd);

// Its descriptor, or -1.
int fd_of_stdio(const php_stream* stream);

// At a thread's end, of one that PHP closes when nothing of ours is there any more: with operations that are all PHP's.
void leave_to_php(php_stream* stream);

} // namespace uvstream::stream
