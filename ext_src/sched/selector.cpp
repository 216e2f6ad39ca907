#include "uvstream/sched/selector.h"

#include <algorithm>
#include <utility>

#include "uvstream/base/kept_errno.h"
#include "uvstream/loop/poll_wait.h"

namespace uvstream::sched {

using base::Deadline;
using base::Interest;
using loop::Waited;

namespace {

Woken woken_by(Waited waited) {
    switch (waited) {
    case Waited::Ready: break;
    case Waited::TimedOut: return Woken::TimedOut;
    case Waited::Interrupted: return Woken::Interrupted;
    case Waited::Failed: return Woken::Failed;
    }
    return Woken::Ready;
}

// Takes what the loop has told over. Returns how many are met, or closed.
size_t settle(const Strand& strand, Interest* interests, size_t count) {
    size_t met = 0, place = 0;
    for (Interest* it = interests; it != interests + count; ++it) {
        const size_t end = place + it->records;
        for (; place < end; ++place) {
            const loop::WaitRecord& record = strand.records[place];
            if (record.state != loop::WaitRecord::State::Fired) continue;
            it->is_met = true;
            if (record.may_be_hang_up) loop::PollSet::ask(*it);
        }
        if (it->is_met || it->is_closed) ++met;
    }
    return met;
}

// A selection that stands in lines.
struct Told {
    const Strand& strand;
    Interest* interests;
    size_t count;
    size_t met;
};

// What has come is its own, and is taken before it leaves the lines. A record fires once: also where it was for
// nothing, the strand leaves them.
bool take_told(void* it) {
    auto& [strand, interests, count, met] = *static_cast<Told*>(it);
    if (!strand.records.is_any_fired()) return false;
    met = settle(strand, interests, count);
    return true;
}

} // namespace

bool Selector::are_many(const Interest* interests, size_t count) {
    if (count <= kFew) return false;
    return std::count_if(interests, interests + count, [](const Interest& one) { return one.is_ours; }) > kFew;
}

// One look, or, with nobody to switch to, the wait itself.
inline Waited Selector::look(Strand& strand, Interest* interests, size_t count, Deadline deadline, bool on_loop,
                             size_t& met) {
    if (on_loop) dispatcher_.begin_wait(strand, Event::many());
    polled_.begin(interests, count, on_loop ? &strand : nullptr);
    const Waited waited = on_loop ? loop_.turn(strand.parking.wakes, deadline, polled_.entries(), polled_.size())
                                  : loop::wait_for_any(polled_.entries() + 1, polled_.size() - 1, deadline);
    const base::KeptErrno kept;
    met = polled_.end(interests, count);
    if (on_loop) dispatcher_.end_wait(strand);
    is_crowded_ = met > count / 4 * 3;
    return waited;
}

Woken Selector::wait_in_place(Strand& strand, Interest* interests, size_t count, Deadline deadline, bool needs_loop) {
    const bool uses_loop = needs_loop || (!is_crowded_ && are_many(interests, count));
    for (;;) {
        if (uses_loop) dispatcher_.prepare_turn();
        size_t met = 0;
        const Waited waited = look(strand, interests, count, deadline, uses_loop && loop_.open() != nullptr, met);
        if (met > 0) return Woken::Ready;
        if (waited != Waited::Ready) return woken_by(waited);
        if (deadline.passed()) return Woken::TimedOut;
    }
}

Woken Selector::wait_among_others(Strand& strand, Interest* interests, size_t count, Deadline deadline) {
    for (;;) {
        size_t met = 0;
        const Waited waited = look(strand, interests, count, Deadline::now(), loop_.open() != nullptr, met);
        if (met > 0) return Woken::Ready;
        if (waited == Waited::Interrupted || waited == Waited::Failed) return woken_by(waited);
        if (deadline.passed()) return Woken::TimedOut;

        const bool all_tell = join_all(strand, interests, count);
        const Deadline end = all_tell ? deadline : Deadline::earlier(deadline, Deadline::after_us(kLookAgainUs));
        Told told{strand, interests, count, 0};
        const Woken woken = dispatcher_.stay_parked(strand, Event::many(), end, true, take_told, &told);
        release_foreign(interests, count);
        if (told.met > 0 || (woken != Woken::Ready && woken != Woken::TimedOut)) return woken;
    }
}

bool Selector::join(Strand& strand, const Interest& interest, int direction) {
    loop::WaitRecord& record = strand.records.take(strand, true);
    if (watchers_.stand(interest.fd, direction, record) == 0) return true;
    strand.records.give_back();
    return false;
}

// False where one is to be looked at again: nothing will tell.
bool Selector::join_all(Strand& strand, Interest* interests, size_t count) {
    bool all_tell = true;
    strand.records.reserve(count * 2); // both directions of each
    for (Interest* it = interests; it != interests + count; ++it) {
        it->records = 0;
        if (it->fd < 0) continue;
        if ((it->events & POLLPRI) != 0) all_tell = false;
        for (const auto& [event, direction] : {std::pair{POLLIN, loop::kRead}, {POLLOUT, loop::kWrite}}) {
            if ((it->events & event) == 0) continue;
            const bool tells = join(strand, *it, direction);
            it->records = static_cast<uint8_t>(it->records + (tells ? 1 : 0));
            all_tell = all_tell && tells;
        }
    }
    return all_tell;
}

// Foreign descriptors are on the loop for the time of the wait only. (The strand has left the lines already.)
void Selector::release_foreign(const Interest* interests, size_t count) {
    for (const Interest* it = interests; it != interests + count; ++it) {
        if (it->fd >= 0 && !it->is_ours) watchers_.release_foreign(it->fd);
    }
}

} // namespace uvstream::sched
