#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/loop/watcher_table.h"

namespace uvstream::loop {

// One descriptor in one of the three sets of a selection.
struct Interest {
    int fd;           // below 0: none
    short events;     // POLLIN, POLLOUT or POLLPRI, or the first two
    bool is_ours;     // WatcherTable::closing() is told of its end, so that it may stay registered
    uint32_t tag = 0; // the caller's own

    // The answer: as select(2) means it, which is not quite as poll(2) does.
    bool is_met = false;
    bool is_closed = false; // no such descriptor

    bool is_registered = false; // during a wait: the loop tells, not poll(2)
};

// Waits on many descriptors at once, as select(2) does, but costs the kernel only what changed and what is ready.
//
// A few are simply polled. More of them stay registered with the loop from one wait to the next. A direction of a
// descriptor is polled first, beside the loop, and registered when that was in vain: so short connections, and writers
// whose socket has room, never are. Descriptors that are not ours are polled every time: they may be regular files,
// which no loop takes, and may be closed and used again without our knowing.
//
// No user code runs within wait(), so nested calls need no memory of their own. During a wait a descriptor's reader and
// writer are this one's.
class Selector {
  public:
    Selector(EventLoop& loop, WatcherTable& watchers) : loop_(loop), watchers_(watchers) {}

    // Waits until an interest is met, or closed. `needs_loop`: somebody else's work goes on meanwhile. Failed: errno
    // says why.
    Waited wait(Interest* interests, size_t count, Wakeup& wakeup, base::Deadline deadline, bool needs_loop);

  private:
    // So many cost less to poll than a turn of the loop does.
    static constexpr int kFew = 24;

    bool are_many(const Interest* interests, size_t count) const;
    void begin(Interest* interests, size_t count, Wakeup* wakeup);
    bool register_with_loop(const Interest& interest, Wakeup* wakeup);
    size_t end(Interest* interests, size_t count);
    void settle(Interest& interest);
    void ask_again(Interest& interest);
    static void answer(Interest& interest, short revents);

    EventLoop& loop_;
    WatcherTable& watchers_;
    std::vector<pollfd> asked_; // the first is the loop's own
    bool is_crowded_ = false;   // nearly all were ready last time: then the loop has nothing to spare us
};

} // namespace uvstream::loop
