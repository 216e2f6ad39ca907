#pragma once

#include "uvstream/net/wait.h"

namespace uvstream::stream {

// The waits of one operation between ext/openssl's tries, which do not say whether they wanted to read or to write. A
// descriptor with no room to write tells; with room it wants to read, unless the room has come since the try. So such a
// wait is cut into pieces, each with another try behind it: an idle one looks up to once a second. No descriptor makes
// it spin: one that is always readable, and never gives anything, is tried every 10 ms.
class TlsWait {
  public:
    enum class For { Read, Write, Handshake };
    TlsWait(const sched::Waiter& waiter, int fd, For what);

    // After a try in vain: until the next one.
    base::Result<void> next(base::Deadline deadline, sched::OnSignal on_signal);

    // After a try in vain of one that may not wait: what to come back for, or Nothing: at once, for what it needs has
    // come since, as it seems.
    sched::Wants look();

  private:
    static constexpr int64_t kNapUs = 10000, kLongestPieceUs = 1000000;
    static constexpr int kMostInVain = 8 + 64; // (a write's tries count, too)
    static int most_tries(For what);
    static int64_t first_piece_us(For what);
    base::Result<void> wait_a_piece(const sched::Event& event, int64_t us, base::Deadline deadline,
                                    sched::OnSignal on_signal);

    const sched::Waiter& waiter_;
    const int fd_;
    const For what_;
    int tries_;       // left, with room and without a wait
    int looks_ = 64;  // left, that may say Nothing
    int in_vain_ = 0; // tries with something to read
    int64_t piece_us_;
};

} // namespace uvstream::stream
