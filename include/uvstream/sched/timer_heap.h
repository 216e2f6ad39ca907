#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// When strands are to be woken: each has one place at most. Lazy, since most waits end long before their time: an entry
// that is earlier than what its strand wants now stays until it surfaces, and is put right then.
class TimerHeap {
  public:
    // Wakes the strand at that time, once; never(): not at all.
    void set(Strand& strand, base::Deadline due);

    // How late strands were woken whose time had come.
    struct Lag {
        uint64_t count = 0, total_us = 0, longest_us = 0;
    };

    // Without a look at the clock where nothing is in the heap.
    void wake_due(Lag& lag);

    // At that time or later somebody is to be woken.
    base::Deadline earliest() const { return entries_.empty() ? base::Deadline::never() : entries_[0].at; }

    // Whether anybody still wants to be woken: entries that nobody does go.
    bool is_any_wanted();

    void remove(Strand& strand);
    void clear();

  private:
    struct Entry {
        base::Deadline at;
        Strand* strand;
    };
    void put(size_t place, const Entry& entry);
    void rise(size_t place, const Entry& entry);
    void sink(size_t place, const Entry& entry);
    void erase(size_t place);

    static constexpr size_t kChildren = 4;
    std::vector<Entry> entries_;
};

} // namespace uvstream::sched
