#include "uvstream/loop/wait_line.h"

namespace uvstream::loop {

void WaitRecord::fire(bool is_hang_up) {
    if (state != State::Waiting) return;
    state = State::Fired;
    may_be_hang_up = is_hang_up;
    waiter->wake();
}

void WaitRecord::leave() {
    if (line != nullptr) line->remove(*this);
}

void WaitRecord::close() {
    leave();
    state = State::Closed;
}

void WaitLine::join(WaitRecord& record, bool as_first) {
    record.line = this;
    record.state = WaitRecord::State::Waiting;
    if (first_ == nullptr) {
        first_ = record.next = record.previous = &record;
        return;
    }
    record.next = first_;
    record.previous = first_->previous;
    record.previous->next = record.next->previous = &record;
    if (as_first) first_ = &record;
}

void WaitLine::remove(WaitRecord& record) {
    record.line = nullptr;
    if (record.next == &record) {
        first_ = nullptr;
        return;
    }
    record.next->previous = record.previous;
    record.previous->next = record.next;
    if (first_ == &record) first_ = record.next;
}

const WaitRecord* WaitLine::first_taker() const {
    const WaitRecord* record = first_;
    while (record != nullptr && record->only_looks) record = record->next != first_ ? record->next : nullptr;
    return record;
}

WaitRecord* WaitLine::first_waiting() const {
    WaitRecord* record = first_;
    while (record != nullptr && record->state != WaitRecord::State::Waiting)
        record = record->next != first_ ? record->next : nullptr;
    return record;
}

void WaitLine::fire_through(bool is_hang_up) {
    WaitRecord* record = first_;
    while (record != nullptr) {
        record->fire(is_hang_up);
        record = record->only_looks && record->next != first_ ? record->next : nullptr;
    }
}

void WaitLine::fire_all() {
    if (first_ == nullptr) return;
    WaitRecord* record = first_;
    do {
        record->fire(true);
        record = record->next;
    } while (record != first_);
}

size_t WaitLine::close(bool wakes) {
    size_t count = 0;
    for (; first_ != nullptr; ++count) {
        WaitRecord& record = *first_;
        record.close();
        if (wakes) record.waiter->wake();
    }
    return count;
}

} // namespace uvstream::loop
