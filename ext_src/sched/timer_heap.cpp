#include "uvstream/sched/timer_heap.h"

#include <algorithm>

namespace uvstream::sched {

namespace {

void note(TimerHeap::Lag& lag, int64_t late_us) {
    const auto us = static_cast<uint64_t>(late_us);
    ++lag.count;
    lag.total_us += us;
    lag.longest_us = std::max(lag.longest_us, us);
}

} // namespace

void TimerHeap::set(Strand& strand, base::Deadline due) {
    strand.parking.due = due;
    if (due.is_never()) return;
    if (strand.parking.heap_place == 0) {
        entries_.push_back({due, &strand});
        rise(entries_.size() - 1, {due, &strand});
    } else if (due < entries_[strand.parking.heap_place - 1].at) {
        rise(strand.parking.heap_place - 1, {due, &strand});
    }
}

void TimerHeap::wake_due(Lag& lag) {
    if (entries_.empty()) return;
    const base::Deadline now = base::Deadline::moment();
    while (!entries_.empty() && !(now < entries_[0].at)) {
        Strand& strand = *entries_[0].strand;
        if (strand.parking.due.is_never()) {
            erase(0);
        } else if (now < strand.parking.due) {
            sink(0, {strand.parking.due, &strand}); // it wanted to be woken later meanwhile
        } else {
            note(lag, entries_[0].at.passed_us(now));
            erase(0);
            strand.parking.is_late = true;
            strand.wake();
        }
    }
}

bool TimerHeap::is_any_wanted() {
    while (!entries_.empty() && entries_[0].strand->parking.due.is_never()) erase(0);
    return !entries_.empty();
}

void TimerHeap::remove(Strand& strand) {
    strand.parking.due = base::Deadline::never();
    if (strand.parking.heap_place != 0) erase(strand.parking.heap_place - 1);
}

void TimerHeap::clear() {
    for (const Entry& entry : entries_) entry.strand->parking.heap_place = 0;
    entries_.clear();
}

void TimerHeap::put(size_t place, const Entry& entry) {
    entries_[place] = entry;
    entry.strand->parking.heap_place = static_cast<uint32_t>(place + 1);
}

void TimerHeap::rise(size_t place, const Entry& entry) {
    while (place > 0) {
        const size_t parent = (place - 1) / kChildren;
        if (!(entry.at < entries_[parent].at)) break;
        put(place, entries_[parent]);
        place = parent;
    }
    put(place, entry);
}

void TimerHeap::sink(size_t place, const Entry& entry) {
    for (;;) {
        const size_t first = place * kChildren + 1;
        if (first >= entries_.size()) break;
        const size_t end = std::min(first + kChildren, entries_.size());
        size_t least = first;
        for (size_t child = first + 1; child < end; ++child) {
            if (entries_[child].at < entries_[least].at) least = child;
        }
        if (!(entries_[least].at < entry.at)) break;
        put(place, entries_[least]);
        place = least;
    }
    put(place, entry);
}

void TimerHeap::erase(size_t place) {
    entries_[place].strand->parking.heap_place = 0;
    const Entry last = entries_.back();
    entries_.pop_back();
    if (place == entries_.size()) return;
    sink(place, last);
    rise(last.strand->parking.heap_place - 1, last);
}

} // namespace uvstream::sched
