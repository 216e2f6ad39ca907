#pragma once

#include <cstddef>
#include <vector>

#include <poll.h>

#include "uvstream/base/interest.h"
#include "uvstream/loop/watcher_table.h"

namespace uvstream::loop {

// One look at the descriptors of a selection: the loop tells of those that are registered, or were asked in vain
// before; poll(2) of the others, with one entry for each, however many sets it is in. Nothing else may run between
// begin() and end(), for what is remembered is in the watcher table.
class PollSet {
  public:
    explicit PollSet(WatcherTable& watchers) : watchers_(watchers) {}

    // `looker` is woken by what the loop tells; null: the loop is not used.
    void begin(base::Interest* interests, size_t count, Wakeup* looker);

    // For EventLoop::turn(), whose own entry is the first; or from the second on for wait_for_any().
    pollfd* entries() { return entries_.data(); }
    size_t size() const { return entries_.size(); }

    // Puts the answers into the interests; the table remembers which were asked in vain. Returns how many are met, or
    // closed.
    size_t end(base::Interest* interests, size_t count);

    // Asks about one, now.
    static void ask(base::Interest& interest);

  private:
    bool register_with_loop(const base::Interest& interest);
    void settle(base::Interest& interest);
    static void answer(base::Interest& interest, short revents);

    WatcherTable& watchers_;
    std::vector<pollfd> entries_;
};

} // namespace uvstream::loop
