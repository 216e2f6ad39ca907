#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "uvstream/sched/event.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// An Exclusive for each thing that has one, as long as somebody has it or waits for it. A thing is known by a number:
// its address.
class Turns {
  public:
    struct Line {
        Exclusive turn;
        const Strand* last = nullptr; // that took it
        size_t strands = 0;           // that have it or wait for it, with those that were buried meanwhile
        bool is_closed = false;       // by close(): nobody gets it any more
        bool is_empty() const { return strands == 0 && !is_closed; }
    };

    // Waits until it is the strand's turn, which it takes then; at once where the strand `goes_on` with what it had it
    // for a moment ago. Not for a strand that has it. If it returns anything but Woken::Ready there is nothing to end.
    Woken begin(const Waiter& waiter, uintptr_t thing, bool goes_on = false);
    void end(uintptr_t thing);

    // Null: nobody has it, or waits.
    Line* find(uintptr_t thing);
    bool is_taken_by(const Strand& strand, uintptr_t thing);

    // Who waits, or comes, gets Woken::Closed, until it is forgotten.
    void close(uintptr_t thing);
    void forget(uintptr_t thing) { lines_.erase(thing); }

    // Calls visit(thing) with each that the strand has.
    template <class Visit> void for_each_of(const Strand& strand, Visit visit) const {
        for (const auto& [thing, line] : lines_) {
            if (line.turn.is_taken_by(strand)) visit(thing);
        }
    }

    bool is_empty() const { return lines_.empty(); }

    // When no strand waits any more.
    void clear() { lines_.clear(); }

  private:
    void leave(uintptr_t thing, Line& line);

    std::unordered_map<uintptr_t, Line> lines_; // (each stays where it is)
};

} // namespace uvstream::sched
