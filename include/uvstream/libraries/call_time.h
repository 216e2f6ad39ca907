#pragma once

#include <algorithm>
#include <cstdint>
#include <ctime>

#include <sys/time.h>

namespace uvstream::libraries {

// Whether system calls take that for a time.
inline bool is_time(const timespec& time) { return time.tv_sec >= 0 && time.tv_nsec >= 0 && time.tv_nsec < 1000000000; }
inline bool is_none(const timespec& time) { return time.tv_sec == 0 && time.tv_nsec == 0; }

// In microseconds: of more than fits, what does.
inline int64_t us_of(time_t seconds, int64_t us) {
    constexpr time_t kLongest = INT64_MAX / 1000000 - 1;
    return int64_t{std::min(seconds, kLongest)} * 1000000 + us;
}
inline int64_t us_of(const timeval& time) { return us_of(time.tv_sec, time.tv_usec); }
// Rounded up: a wait never ends early.
inline int64_t us_of(const timespec& time) { return us_of(time.tv_sec, (time.tv_nsec + 999) / 1000); }

} // namespace uvstream::libraries
