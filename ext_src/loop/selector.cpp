#include "uvstream/loop/selector.h"

#include <algorithm>
#include <cerrno>

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
    if ((events & POLLIN) != 0) events |= POLLHUP | POLLERR;
    if ((events & POLLOUT) != 0) events |= POLLERR;
    return events;
}

} // namespace

Waited Selector::wait(Interest* interests, size_t count, Wakeup& wakeup, base::Deadline deadline, bool needs_loop) {
    needs_loop = needs_loop || (!is_crowded_ && are_many(interests, count));
    for (;;) {
        if (loop_.has_phantoms()) watchers_.rebuild_loop();
        const bool on_loop = needs_loop && loop_.open() != nullptr;
        wakeup.is_due = false;
        begin(interests, count, on_loop ? &wakeup : nullptr);
        const Waited waited = on_loop ? loop_.turn(wakeup, deadline, asked_.data(), asked_.size())
                                      : wait_for_any(asked_.data() + 1, asked_.size() - 1, deadline);
        const int error = errno;
        const size_t met = end(interests, count);
        is_crowded_ = met > count / 4 * 3;
        errno = error;
        if (met > 0) return Waited::Ready;
        if (waited != Waited::Ready) return waited;
        if (deadline.passed()) return Waited::TimedOut;
    }
}

bool Selector::are_many(const Interest* interests, size_t count) const {
    if (count <= kFew) return false;
    return std::count_if(interests, interests + count, [](const Interest& one) { return one.is_ours; }) > kFew;
}

void Selector::begin(Interest* interests, size_t count, Wakeup* wakeup) {
    asked_.assign(1, {-1, 0, 0});
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd < 0) continue;
        it->is_registered = wakeup != nullptr && register_with_loop(*it, wakeup);
        if (it->is_registered) continue;
        Watcher& watcher = watchers_.at(it->fd);
        if (watcher.asked_at == 0) {
            watcher.asked_at = static_cast<uint32_t>(asked_.size());
            asked_.push_back({it->fd, 0, 0});
        }
        asked_[watcher.asked_at].events |= it->events;
    }
}

// False where it is to be polled instead.
bool Selector::register_with_loop(const Interest& interest, Wakeup* wakeup) {
    const uint8_t direction = direction_of(interest);
    if (!interest.is_ours || direction == 0) return false;
    Watcher& watcher = watchers_.at(interest.fd);
    if (((watcher.armed | watcher.asked_in_vain) & direction) == 0) return false;

    Wakeup*& waiter = direction == UV_READABLE ? watcher.reader : watcher.writer;
    waiter = wakeup;
    (direction == UV_READABLE ? watcher.is_readable : watcher.is_writable) = false;
    if ((watcher.armed & direction) != 0 || watchers_.arm(interest.fd) == 0) return true;
    waiter = nullptr;
    return false;
}

// Returns how many are met, or closed.
size_t Selector::end(Interest* interests, size_t count) {
    size_t met = 0;
    for (Interest* it = interests; it != interests + count; ++it) {
        if (it->fd >= 0) settle(*it);
        if (it->is_met || it->is_closed) ++met;
    }
    for (size_t i = 1; i < asked_.size(); ++i) watchers_.at(asked_[i].fd).asked_at = 0;
    return met;
}

void Selector::settle(Interest& interest) {
    Watcher& watcher = watchers_.at(interest.fd);
    const uint8_t direction = direction_of(interest);
    if (interest.is_registered) {
        const bool reads = direction == UV_READABLE;
        (reads ? watcher.reader : watcher.writer) = nullptr;
        interest.is_met = reads ? watcher.is_readable : watcher.is_writable;
        if (interest.is_met && watcher.may_be_hang_up) ask_again(interest);
        return;
    }
    answer(interest, asked_[watcher.asked_at].revents);
    if (interest.is_met) {
        watcher.asked_in_vain &= static_cast<uint8_t>(~direction);
    } else {
        watcher.asked_in_vain |= direction;
    }
}

void Selector::ask_again(Interest& interest) {
    pollfd entry{interest.fd, interest.events, 0};
    wait_for_any(&entry, 1, base::Deadline::now());
    answer(interest, entry.revents);
}

void Selector::answer(Interest& interest, short revents) {
    interest.is_closed = (revents & POLLNVAL) != 0;
    interest.is_met = (revents & events_of_set(interest.events)) != 0;
    // A hang-up or an error, which poll always tells, that does not count for this set would never let us wait.
    if (!interest.is_met && (revents & (POLLHUP | POLLERR)) != 0) interest.fd = -1;
}

} // namespace uvstream::loop
