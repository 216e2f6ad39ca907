#include "uvstream/loop/watcher_table.h"

#include <fcntl.h>

namespace uvstream::loop {

// `poll` comes first: libuv hands back its address.
struct Registration {
    uv_poll_t poll;
    WatcherTable* table;
    int fd;
};

void WatcherTable::disarm(Watcher& watcher) {
    if (watcher.armed != 0) uv_poll_stop(&watcher.registration->poll);
    watcher.armed = 0;
}

// Keeps the registration, which is the number's; not in a child, where it is the parent's.
void WatcherTable::reset(Watcher& watcher) {
    const bool is_inherited = loop_.is_inherited();
    cancel(watcher, !is_inherited);
    if (is_inherited) watcher.registration = nullptr;
    watcher.armed = watcher.asked_in_vain = 0;
    ++watcher.resets;
}

size_t WatcherTable::cancel(Watcher& watcher, bool wakes) {
    return watcher.readers.close(wakes) + watcher.writers.close(wakes);
}

void WatcherTable::opened(int fd) {
    Watcher& watcher = at(fd);
    if (watcher.armed != 0 && !loop_.is_inherited()) {
        // Only if the old descriptor was closed behind our back. The kernel has dropped it then, unless a duplicate
        // lives on.
        disarm(watcher);
        loop_.note_phantom();
    }
    reset(watcher);
}

void WatcherTable::closing(int fd) {
    Watcher* const watcher = watchers_.find(fd);
    if (watcher == nullptr) return;
    if (!loop_.is_inherited()) disarm(*watcher);
    reset(*watcher);
}

size_t WatcherTable::cancel_waits(int fd) {
    Watcher* const watcher = watchers_.find(fd);
    return watcher != nullptr ? cancel(*watcher, !loop_.is_inherited()) : 0;
}

int WatcherTable::stand(int fd, int direction, WaitRecord& record, bool as_first) {
    Watcher& watcher = at(fd);
    watcher.line(direction).join(record, as_first);
    if ((watcher.armed & direction) != 0) return 0;
    const int failed = arm(fd, watcher);
    if (failed != 0) record.leave();
    return failed;
}

void WatcherTable::release_foreign(int fd) { disarm_unwanted(at(fd)); }

void WatcherTable::disarm_unwanted(Watcher& watcher) {
    const int wanted = watcher.wanted();
    if (wanted == 0) {
        disarm(watcher);
    } else if ((watcher.armed & ~wanted) != 0) {
        start(watcher, wanted);
    }
}

void WatcherTable::fire_all(Watcher& watcher) {
    watcher.readers.fire_all();
    watcher.writers.fire_all();
}

int WatcherTable::arm(int fd, Watcher& watcher) {
    uv_loop_t* loop = loop_.open();
    if (loop == nullptr) return UV_ENOMEM;
    if (watcher.registration == nullptr) {
        auto* fresh = new Registration{{}, this, fd};
        // It makes the descriptor non-blocking, for everybody who shares it; put back what was there.
        const int flags = fcntl(fd, F_GETFL);
        if (const int failed = uv_poll_init_socket(loop, &fresh->poll, static_cast<uv_os_sock_t>(fd))) {
            delete fresh;
            return failed;
        }
        if (flags >= 0 && (flags & O_NONBLOCK) == 0) fcntl(fd, F_SETFL, flags);
        watcher.registration = fresh;
    }
    return start(watcher, watcher.armed | watcher.wanted());
}

int WatcherTable::start(Watcher& watcher, int events) {
    uv_poll_t& poll = watcher.registration->poll;
    int failed = uv_poll_start(&poll, events, on_event);
    if (failed == 0) failed = EventLoop::admit(poll);
    watcher.armed = static_cast<uint8_t>(events);
    loop_.note_change();
    if (failed == 0) return 0;
    // Nothing is left of it. Who waits already looks again, and finds that out.
    disarm(watcher);
    if (watcher.looked_at != 0) looker_->wake();
    fire_all(watcher);
    return failed;
}

void WatcherTable::tell(Watcher& watcher, int directions, bool may_be_hang_up) const {
    const int seen = watcher.looked_at & directions;
    if (seen == 0) return;
    watcher.seen |= static_cast<uint8_t>(seen);
    watcher.may_be_hang_up = may_be_hang_up;
    looker_->wake();
}

void WatcherTable::on_event(uv_poll_t* handle, int status, int events) {
    auto* registration = reinterpret_cast<Registration*>(handle);
    WatcherTable& table = *registration->table;
    Watcher& watcher = table.at(registration->fd);
    table.loop_.note_event();
    if (status < 0) {
        // POLLERR: libuv has stopped the handle already. Everybody asks the descriptor itself.
        watcher.armed = 0;
        watcher.asked_in_vain &= static_cast<uint8_t>(watcher.wanted());
        table.tell(watcher, kRead | kWrite, true);
        fire_all(watcher);
        return;
    }
    // libuv keeps a hang-up to itself: it makes a descriptor readable, and may come as if there were room to write.
    const bool may_be_hang_up = (events & UV_WRITABLE) != 0;
    table.tell(watcher, may_be_hang_up ? events | UV_READABLE : events, may_be_hang_up);
    if ((events & UV_READABLE) != 0 || may_be_hang_up) watcher.readers.fire_first(may_be_hang_up);
    if ((events & UV_WRITABLE) != 0) watcher.writers.fire_first(may_be_hang_up);

    const int unwanted = events & ~watcher.wanted();
    if (unwanted == 0) return;
    // What is ready unasked is polled first the next time.
    watcher.asked_in_vain &= static_cast<uint8_t>(~unwanted);
    table.disarm_unwanted(watcher);
}

void WatcherTable::close_all() {
    watchers_.for_each([](int, Watcher& watcher) {
        if (watcher.registration != nullptr) EventLoop::close_and_delete(watcher.registration);
    });
    forget_registrations();
}

void WatcherTable::renew_loop() {
    close_all();
    loop_.close();
    watchers_.for_each([this](int fd, Watcher& watcher) {
        if (watcher.wanted() != 0 && arm(fd, watcher) != 0) fire_all(watcher);
    });
}

void WatcherTable::forget_registrations() {
    watchers_.for_each([](int, Watcher& watcher) {
        watcher.registration = nullptr;
        watcher.armed = 0;
    });
}

} // namespace uvstream::loop
