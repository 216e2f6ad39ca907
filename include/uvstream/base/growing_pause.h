#pragma once

#include <cstdint>

namespace uvstream::base {

// Pauses before the next try of what nothing announces: 1 ms, and each twice as long as the one before, up to
// `longest`.
class GrowingPause {
  public:
    explicit constexpr GrowingPause(uint8_t longest_ms) : longest_ms_(longest_ms) {}

    // Microseconds of the pause that is due; the next one is longer.
    int64_t take_us() {
        const int64_t us = int64_t{next_ms_} * 1000;
        next_ms_ = next_ms_ > longest_ms_ / 2 ? longest_ms_ : static_cast<uint8_t>(next_ms_ * 2);
        return us;
    }

    // The last try was a success.
    void reset() { next_ms_ = 1; }

  private:
    uint8_t next_ms_ = 1;
    uint8_t longest_ms_;
};

} // namespace uvstream::base
