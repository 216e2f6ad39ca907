#include "uvstream/loop/poll_set.h"

#include "uvstream/loop/poll_wait.h"

namespace uvstream::loop {

using base::Interest;

namespace {

// What of poll(2)'s answer puts a descriptor into a set of select(2).
short events_of_set(short events) {
    if ((events & POLLIN) != 0) events |= POLLHUP | POLLERR;
    if ((events & POLLOUT) != 0) events |= POLLERR;
    return events;
}

// 0 for what libuv's registrations do not do for us.
uint8_t direction_of(const Interest& interest) {
    switch (interest.events) {
    case POLLIN: return kRead;
    case POLLOUT: return kWrite;
    default: return 0;
    }
}

} // namespace

void PollSet::begin(Interest* interests, size_t count, Wakeup* looker) {
    watchers_.set_looker(looker);
    entries_.assign(1, {-1, 0, 0});
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd < 0) continue;
        it->is_registered = looker != nullptr && register_with_loop(*it);
        if (it->is_registered) continue;
        Watcher& watcher = watchers_.at(it->fd);
        if (watcher.asked_at == 0) {
            watcher.asked_at = static_cast<uint32_t>(entries_.size());
            entries_.push_back({it->fd, 0, 0});
        }
        short& events = entries_[watcher.asked_at].events;
        events = static_cast<short>(events | it->events);
    }
}

// False where it is to be polled instead.
bool PollSet::register_with_loop(const Interest& interest) {
    const uint8_t direction = direction_of(interest);
    if (!interest.is_ours || direction == 0) return false;
    Watcher& watcher = watchers_.at(interest.fd);
    const bool is_worth_it = ((watcher.armed | watcher.asked_in_vain) & direction) != 0;
    return is_worth_it && watchers_.look_at(interest.fd, watcher, direction);
}

size_t PollSet::end(Interest* interests, size_t count) {
    size_t met = 0;
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd >= 0) settle(*it);
        if (it->is_met || it->is_closed) ++met;
    }
    for (size_t i = 1; i < entries_.size(); ++i) watchers_.at(entries_[i].fd).asked_at = 0;
    return met;
}

void PollSet::settle(Interest& interest) {
    Watcher& watcher = watchers_.at(interest.fd);
    const uint8_t direction = direction_of(interest);
    if (interest.is_registered) {
        watcher.looked_at &= static_cast<uint8_t>(~direction);
        interest.is_met = (watcher.seen & direction) != 0;
        if (interest.is_met && watcher.may_be_hang_up) ask(interest);
        return;
    }
    answer(interest, entries_[watcher.asked_at].revents);
    if (interest.is_met) {
        watcher.asked_in_vain &= static_cast<uint8_t>(~direction);
    } else {
        watcher.asked_in_vain |= direction;
    }
}

void PollSet::ask(Interest& interest) {
    pollfd entry{interest.fd, interest.events, 0};
    wait_for_any(&entry, 1, base::Deadline::now());
    answer(interest, entry.revents);
}

void PollSet::answer(Interest& interest, short revents) {
    interest.is_closed = (revents & POLLNVAL) != 0;
    interest.is_met = (revents & events_of_set(interest.events)) != 0;
    // A hang-up or an error, which poll always tells, that does not count for this set would never let us wait.
    if (!interest.is_met && (revents & (POLLHUP | POLLERR)) != 0) interest.fd = -1;
}

} // namespace uvstream::loop
