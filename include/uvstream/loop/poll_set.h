#pragma once

#include <cstddef>
#include <vector>

#include <poll.h>

#include "uvstream/base/interest.h"
#include "uvstream/loop/watcher_table.h"

namespace uvstream::loop {

// The part of a selection that poll(2) is asked about: one entry for each descriptor, however many sets it is in.
// Nothing else may run between begin() and end(): the entries' places are in the watcher table.
class PollSet {
  public:
    explicit PollSet(WatcherTable& watchers) : watchers_(watchers) {}

    // Collects those that are not registered.
    void begin(const base::Interest* interests, size_t count);

    // For EventLoop::turn(), whose own entry is the first; or from the second on for wait_for_any().
    pollfd* entries() { return entries_.data(); }
    size_t size() const { return entries_.size(); }

    // Takes the answers over; of those that were asked in vain the table remembers it.
    void end(base::Interest* interests, size_t count);

    // Asks about one, now.
    static void ask(base::Interest& interest);

  private:
    void settle(base::Interest& interest);
    static void answer(base::Interest& interest, short revents);

    WatcherTable& watchers_;
    std::vector<pollfd> entries_;
};

// 0 for what libuv's registrations do not do for us.
uint8_t direction_of(const base::Interest& interest);

} // namespace uvstream::loop
