#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/base/result.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/tls/tls_memory.h"

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
    Wants look();

  private:
    static constexpr int64_t kNapUs = 10000, kLongestPieceUs = 1000000;
    static constexpr int kMostAtOnce = 64;              // tries without a wait
    static constexpr int kMostInVain = kMostAtOnce + 8; // tries with something to read, before it naps
    static int most_tries(For what);
    static int64_t first_piece_us(For what);
    sched::Event in_its_place(sched::Event event);

    const sched::Waiter& waiter_;
    const int fd_;
    const For what_;
    int tries_;               // left of those at once, where there is room
    int looks_ = kMostAtOnce; // left, that may say Nothing
    bool has_stood_ = false;  // in a line of the descriptor
    int in_vain_ = 0;         // tries with something to read, in a row
    int64_t piece_us_;
};

} // namespace uvstream::stream
