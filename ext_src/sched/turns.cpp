#include "uvstream/sched/turns.h"

#include "uvstream/base/deadline.h"

namespace uvstream::sched {

Woken Turns::begin(const Waiter& waiter, uintptr_t thing, bool goes_on) {
    Line& line = lines_[thing];
    if (line.is_closed) return Woken::Closed;
    ++line.strands;
    Woken woken = Woken::Ready;
    if (line.turn.is_taken() || (line.turn.is_awaited() && !goes_on)) {
        woken = line.turn.wait(waiter, base::Deadline::never());
        if (woken == Woken::Ready && line.is_closed) woken = Woken::Closed;
    }
    if (woken == Woken::Ready) {
        line.turn.take(waiter.strand());
        line.last = &waiter.strand();
    } else {
        leave(thing, line);
    }
    return woken;
}

void Turns::end(uintptr_t thing) {
    Line* const line = find(thing);
    if (line == nullptr) return;
    line->turn.give_back();
    leave(thing, *line);
}

void Turns::leave(uintptr_t thing, Line& line) {
    --line.strands;
    if (line.is_empty()) forget(thing);
}

Turns::Line* Turns::find(uintptr_t thing) {
    const auto found = lines_.find(thing);
    return found != lines_.end() ? &found->second : nullptr;
}

bool Turns::is_taken_by(const Strand& strand, uintptr_t thing) {
    const Line* const line = find(thing);
    return line != nullptr && line->turn.is_taken_by(strand);
}

void Turns::close(uintptr_t thing) {
    Line& line = lines_[thing];
    line.is_closed = true;
    line.turn.cancel_waits();
}

} // namespace uvstream::sched
