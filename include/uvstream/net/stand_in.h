#pragma once

#include <cstddef>

namespace uvstream::net {

// A socket that stands under another's number for a while: reads from it give what it was given and then nothing yet,
// and there is never room to write. end() must be called.
class StandIn {
  public:
    // False where the system lacks descriptors or room; then nothing has changed.
    bool begin(int fd, const char* data, size_t size);

    // The socket is back. Returns how many bytes nobody has read.
    size_t end() const;

  private:
    int fd_ = -1;
    int socket_ = -1; // what stood there
    int source_ = -1;
};

} // namespace uvstream::net
