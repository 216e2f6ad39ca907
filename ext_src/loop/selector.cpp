#include "uvstream/loop/selector.h"

namespace uvstream::loop {

namespace {

// UV_READABLE or UV_WRITABLE; 0 for what libuv's registrations do not do for us.
uint8_t direction_of(const Interest& interest) {
    switch (interest.events) {
    case POLLIN: return UV_READABLE;
    case POLLOUT: return UV_WRITABLE;
    default: return 0;
    }
}

// What of poll(2)'s answer puts a descriptor into a set of select(2).
short events_of_set(short events) {
    switch (events) {
    case POLLIN: return POLLIN | POLLHUP | POLLERR;
    case POLLOUT: return POLLOUT | POLLERR;
    default: return events;
    }
}

} // namespace

Waited Selector::wait(Interest* interests, size_t count, Wakeup& wakeup, base::Deadline deadline, bool needs_loop) {
    for (;;) {
        const bool on_loop = (needs_loop || (count > kFew && !is_crowded_)) && loop_.open() != nullptr;
        wakeup.is_due = false;
        begin(interests, count, on_loop ? &wakeup : nullptr);
        const Waited waited = on_loop ? loop_.turn(wakeup, deadline, asked_.data(), asked_.size())
                                      : wait_for_any(asked_.data() + 1, asked_.size() - 1, deadline);
        const size_t met = end(interests, count);
        is_crowded_ = met > count / 4 * 3;
        if (met > 0) return Waited::Ready;
        if (waited != Waited::Ready) return waited;
        if (deadline.passed()) return Waited::TimedOut;
        if (loop_.is_haunted()) watchers_.close_loop();
    }
}

void Selector::begin(Interest* interests, size_t count, Wakeup* wakeup) {
    asked_.assign(1, {-1, 0, 0});
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd < 0 || is_registered(*it, wakeup)) continue;
        Watcher& watcher = watchers_.at(it->fd);
        if (watcher.asked_at == 0) {
            watcher.asked_at = static_cast<uint32_t>(asked_.size());
            asked_.push_back({it->fd, 0, 0});
        }
        asked_[watcher.asked_at].events |= it->events;
    }
}

// Whether the loop will tell; if so, it is told whom.
bool Selector::is_registered(const Interest& interest, Wakeup* wakeup) {
    const uint8_t direction = direction_of(interest);
    if (wakeup == nullptr || !interest.is_ours || direction == 0) return false;
    Watcher& watcher = watchers_.at(interest.fd);
    if (((watcher.armed | watcher.asked_in_vain) & direction) == 0) return false;

    Wakeup*& waiter = direction == UV_READABLE ? watcher.reader : watcher.writer;
    waiter = wakeup;
    (direction == UV_READABLE ? watcher.is_readable : watcher.is_writable) = false;
    if ((watcher.armed & direction) != 0 || watchers_.arm(interest.fd) == 0) return true;
    waiter = nullptr;
    return false;
}

size_t Selector::end(Interest* interests, size_t count) {
    size_t met = 0;
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd >= 0 && settle(*it)) ++met;
    }
    for (size_t i = 1; i < asked_.size(); ++i) watchers_.at(asked_[i].fd).asked_at = 0;
    return met;
}

bool Selector::settle(Interest& interest) {
    Watcher& watcher = watchers_.at(interest.fd);
    const uint8_t direction = direction_of(interest);
    const pollfd& asked = asked_[watcher.asked_at];
    if (watcher.asked_at == 0 || (asked.events & interest.events) == 0) {
        (direction == UV_READABLE ? watcher.reader : watcher.writer) = nullptr;
        interest.is_met = direction == UV_READABLE ? watcher.is_readable : watcher.is_writable;
        return interest.is_met;
    }
    interest.is_closed = (asked.revents & POLLNVAL) != 0;
    interest.is_met = (asked.revents & events_of_set(interest.events)) != 0;
    if (interest.is_met) {
        watcher.asked_in_vain &= static_cast<uint8_t>(~direction);
    } else {
        watcher.asked_in_vain |= direction;
    }
    // A hang-up or an error, which poll always tells, that does not count for this set would never let us wait.
    if (!interest.is_met && (asked.revents & (POLLHUP | POLLERR)) != 0) interest.fd = -1;
    return interest.is_met || interest.is_closed;
}

} // namespace uvstream::loop
