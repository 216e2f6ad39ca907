#pragma once

#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/stdio/stdio_ops.h"
#include "uvstream/zend/php_api.h"

// The streams whose reads and writes park: sockets of ours, and pipes and the like, which have PHP's own operations on
// files.
namespace uvstream::stream {

// Whether we are told of its end, and see to it that nobody is in the midst of it then.
inline bool is_end_told(const php_stream* stream) { return is_ours(stream) || is_stdio(stream); }

// Whether what others do meanwhile matters to a read of it.
inline bool may_park(const php_stream* stream) {
    return is_ours(stream) || (is_stdio(stream) && parks_as_stdio(stream));
}

// The descriptor; -1 where it has none, and for any other stream.
int fd_of(const php_stream* stream);

// A wait for it has taken too long.
void note_timeout(php_stream* stream);

} // namespace uvstream::stream
