#include "uvstream/stream/timeout.h"

namespace uvstream::stream {

int64_t timeout_us(const timeval* timeout) {
    if (timeout == nullptr || timeout->tv_sec < 0 || timeout->tv_sec > INT64_MAX / 2000000) return -1;
    const int64_t us = int64_t{timeout->tv_sec} * 1000000 + timeout->tv_usec;
    if (us >= 0) return us;
    return us > -1000 ? 0 : -1; // stock cuts to whole milliseconds: -0.999 ms is no time, -1 ms is no timeout
}

} // namespace uvstream::stream
