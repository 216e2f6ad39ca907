#pragma once

#include <cstddef>

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/loop/poll_set.h"
#include "uvstream/sched/dispatcher.h"

namespace uvstream::sched {

// Waits on many descriptors at once, as select(2) does, but costs the kernel only what changed and what is ready.
//
// A few are simply polled. More of them stay registered with the loop from one wait to the next. A direction of a
// descriptor is polled first, beside the loop, and registered when that was in vain: so short connections, and writers
// whose socket has room, never are. Descriptors that are not ours are polled every time: they may be regular files,
// which no loop takes, and may be closed and used again without our knowing.
//
// Among other strands it looks, which switches to nobody, and then stands in the lines of all that it has looked at.
class Selector {
  public:
    Selector(loop::EventLoop& loop, loop::WatcherTable& watchers, Dispatcher& dispatcher)
        : loop_(loop), watchers_(watchers), dispatcher_(dispatcher), polled_(watchers) {}

    // Waits until an interest is met, or closed. `needs_loop`: somebody else's work goes on meanwhile.
    Woken wait_in_place(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline,
                        bool needs_loop);
    Woken wait_among_others(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline);

  private:
    // So many cost less to poll than a turn of the loop does.
    static constexpr int kFew = 24;
    // Where nothing tells of a descriptor it is looked at so often.
    static constexpr int64_t kLookAgainUs = 50000;

    static bool are_many(const base::Interest* interests, size_t count);
    loop::Waited look(Strand& strand, base::Interest* interests, size_t count, base::Deadline deadline, bool on_loop,
                      size_t& met);
    bool join_all(Strand& strand, base::Interest* interests, size_t count);
    bool join(Strand& strand, const base::Interest& interest, int direction);
    void release_foreign(const base::Interest* interests, size_t count);

    loop::EventLoop& loop_;
    loop::WatcherTable& watchers_;
    Dispatcher& dispatcher_;
    loop::PollSet polled_;
    bool is_crowded_ = false; // nearly all were ready last time: then the loop has nothing to spare us
};

} // namespace uvstream::sched
