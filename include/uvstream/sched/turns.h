#pragma once

#include <unordered_map>

#include "uvstream/sched/exclusive.h"

namespace uvstream::sched {

// What one strand at a time may use.
struct Turn : Exclusive {
    const Strand* prepared_by = nullptr; // who has waited for it, and did what is done before it is used
};

// Turns by the addresses of what is used, as long as somebody uses it or waits for it.
class Turns {
  public:
    // Null: nobody does.
    Turn* find(const void* of) {
        if (turns_.empty()) return nullptr;
        const auto found = turns_.find(of);
        return found != turns_.end() ? &found->second : nullptr;
    }

    // It stays where it is.
    Turn& open(const void* of) { return turns_[of]; }

    // Nobody uses it, or the running strand, which has done so: it is the next one's in line, or of no use any more.
    void close(const void* of) {
        const auto found = turns_.find(of);
        if (found == turns_.end()) return;
        found->second.is_awaited() ? found->second.give_back() : static_cast<void>(turns_.erase(found));
    }

    void clear() { turns_.clear(); }

  private:
    std::unordered_map<const void*, Turn> turns_;
};

} // namespace uvstream::sched
