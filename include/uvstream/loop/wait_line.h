#pragma once

#include <cstddef>
#include <cstdint>

#include "uvstream/loop/wakeup.h"

namespace uvstream::loop {

class WaitLine;

// One waiter's place in one line, and what became of it. It is the waiter's, and never lies on a C stack: after a fatal
// error no destructor runs, and whoever buries the waiter takes its records out of their lines.
struct WaitRecord {
    enum class State : uint8_t {
        Waiting,
        Fired,  // the event has come, and is this waiter's
        Closed, // the descriptor is gone; the record is in no line any more
    };

    Wakeup* waiter = nullptr;
    WaitLine* line = nullptr; // null: in none
    WaitRecord* next = nullptr;
    WaitRecord* previous = nullptr;
    State state = State::Waiting;
    bool awaits_strand = false;  // it is another strand, and not the kernel, that fires it
    bool only_looks = false;     // a selection's: it takes nothing, so that those behind it are told as well
    bool may_be_hang_up = false; // of Fired: rather than what it waits for

    void fire(bool is_hang_up);

    // Out of its line, if it is in one.
    void leave();

    // The same, for good: its wait is not to go on.
    void close();
};

// Who waits for one direction of a descriptor, in order. The first is woken; it stays the first until it leaves.
class WaitLine {
  public:
    bool is_empty() const { return first_ == nullptr; }

    // Of those that take what they are woken for; null for none.
    const WaitRecord* first_taker() const;
    bool has_taker() const { return first_ != nullptr && first_taker() != nullptr; }

    // The first for whom nothing has come yet; null for none.
    WaitRecord* first_waiting() const;

    // At the end; or before all others, for one that was the first, was woken in vain and waits on.
    void join(WaitRecord& record, bool as_first = false);
    void remove(WaitRecord& record);

    // The first that takes what has come, and all before it, who only look; those for whom nothing has come yet.
    void fire_first(bool is_hang_up) {
        if (first_ != nullptr) fire_through(is_hang_up);
    }

    // Everybody: an error, which each is to see.
    void fire_all();

    // Everybody leaves: there is no descriptor any more. Without a wake-up in a fork's child, where they are gone.
    // Returns how many they were.
    size_t close(bool wakes);

  private:
    void fire_through(bool is_hang_up);

    WaitRecord* first_ = nullptr; // a ring: the last is before the first
};

} // namespace uvstream::loop
