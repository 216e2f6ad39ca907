#include "uvstream/sched/exclusive.h"

#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

Exclusive::~Exclusive() {
    cancel_waits();
    give_back();
}

void Exclusive::take(Strand& strand) {
    taken_by_ = &strand;
    next_ = strand.exclusives;
    strand.exclusives = this;
}

void Exclusive::give_back() {
    if (taken_by_ == nullptr) return;
    Exclusive** link = &taken_by_->exclusives;
    while (*link != this) link = &(*link)->next_;
    *link = next_;
    taken_by_ = nullptr;
    line_.fire_first(false);
}

Woken Exclusive::wait(const Waiter& waiter, base::Deadline deadline, OnSignal on_signal) {
    Event turn = Event::place(line_, &taken_by_);
    // Whoever has waited for it stands before those who came meanwhile, if another has it again.
    for (; is_taken() || (!turn.as_first && !line_.is_empty()); turn.as_first = true) {
        const Woken woken = waiter.scheduler.park(waiter, turn, deadline, on_signal);
        if (woken != Woken::Ready) return woken;
    }
    line_.fire_first(false); // the next one looks, when the caller waits or has ended
    return Woken::Ready;
}

const Strand* Exclusive::holder_before(const Strand& parked) {
    const Event& event = parked.parking.waits_for;
    const bool is_in_line = parked.records.taken() > 0 && parked.records[0].line == event.line; // or it may be gone
    return event.line != nullptr && event.holder != nullptr && is_in_line ? *event.holder : nullptr;
}

void Exclusive::give_back_all(Strand& strand) {
    while (strand.exclusives != nullptr) strand.exclusives->give_back();
}

} // namespace uvstream::sched
