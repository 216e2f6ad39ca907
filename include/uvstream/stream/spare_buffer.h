#pragma once

#include <cstddef>

#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The read buffers of streams that wait for something to read with nothing in them: thousands of idle connections are
// not to keep 8 KiB each. The last one is kept here, for whoever wakes next; in memory that was just in use.
class SpareBuffer {
  public:
    // Of a stream that has nothing in it, and has none then.
    void take_from(php_stream* stream);

    // To one that has none. (There may be no memory: a fatal error.)
    void give_to(php_stream* stream, size_t size);

    // At the request's end: it is the request's memory.
    void clear();

  private:
    unsigned char* buffer_ = nullptr;
    size_t size_ = 0;
};

} // namespace uvstream::stream
