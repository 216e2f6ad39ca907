#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>

namespace uvstream::base {

// Microseconds on the monotonic clock.
inline int64_t now_us() {
    using namespace std::chrono;
    return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

// The same as of the last tick, some milliseconds ago at most: a look costs next to nothing.
inline int64_t coarse_now_us() {
#ifdef CLOCK_MONOTONIC_COARSE
    timespec now;
    if (clock_gettime(CLOCK_MONOTONIC_COARSE, &now) == 0) return int64_t{now.tv_sec} * 1000000 + now.tv_nsec / 1000;
#endif
    return now_us();
}

} // namespace uvstream::base
