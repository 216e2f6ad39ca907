#pragma once

#include <cstddef>

namespace uvstream::net {

// Puts another socket under a descriptor's number for a while: reads from that number give the data that begin() was
// given and would block then, writes would block. For ext/openssl, which is to read what is no longer in the kernel.
class StandIn {
  public:
    // False where the system lacks descriptors or room; then nothing has changed. After true end() must be called.
    bool begin(int fd, const char* data, size_t size);

    // The socket is back. Returns how many bytes nobody has read.
    size_t end() const;

  private:
    int fd_ = -1;
    int socket_ = -1; // what stood there
    int source_ = -1;
};

} // namespace uvstream::net
