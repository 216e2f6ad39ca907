#pragma once

#include <cstdint>

namespace uvstream::base {

// Try first, wait second: where something is there already, that saves the wait. Where the last try found nothing, as
// on a connection that answers request by request, it costs a call that fails; so the next few wait first, and then one
// tries again; more of them each time.
class FirstTry {
  public:
    // Begins an operation: whether it is to try before it waits.
    bool begin() {
        if (waits_first_ == 0) return true;
        --waits_first_;
        return false;
    }
    void was_in_vain() {
        waits_first_ = pause_;
        if (pause_ < kLongestPause) pause_ = static_cast<uint8_t>(pause_ * 2 + 1);
    }

    // Something is known to be there.
    void reset() { waits_first_ = 0; }

  private:
    static constexpr uint8_t kLongestPause = 255;
    uint8_t waits_first_ = 0;
    uint8_t pause_ = 31;
};

} // namespace uvstream::base
