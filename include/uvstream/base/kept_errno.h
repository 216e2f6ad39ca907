#pragma once

#include <cerrno>

namespace uvstream::base {

// Has errno at the end of the block as it is here, whatever the calls in between do to it.
class KeptErrno {
  public:
    KeptErrno() = default;
    ~KeptErrno() { errno = error_; }
    KeptErrno(const KeptErrno&) = delete;
    KeptErrno& operator=(const KeptErrno&) = delete;

  private:
    const int error_ = errno;
};

} // namespace uvstream::base
