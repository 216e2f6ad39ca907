#include "uvstream/loop/watcher_table.h"

#include <algorithm>

#include <fcntl.h>

namespace uvstream::loop {

// `poll` comes first: libuv hands back its address.
struct Registration {
    uv_poll_t poll;
    WatcherTable* table;
    int fd;
    int armed; // UV_READABLE | UV_WRITABLE, or 0
};

void WatcherTable::grow(int fd) {
    const size_t wanted = static_cast<size_t>(fd) + 1;
    watchers_.resize(std::max({wanted, watchers_.size() * 2, size_t{64}}));
}

void WatcherTable::disarm(Registration& registration) {
    if (registration.armed != 0) uv_poll_stop(&registration.poll);
    registration.armed = 0;
}

Watcher& WatcherTable::opened(int fd) {
    Watcher& watcher = at(fd);
    // Still armed only if the old descriptor was closed behind our back; the kernel has dropped it then, libuv has not.
    if (loop_.is_inherited()) {
        watcher.registration = nullptr;
    } else if (watcher.registration != nullptr) {
        disarm(*watcher.registration);
    }
    Watcher fresh;
    fresh.registration = watcher.registration;
    return watcher = fresh;
}

void WatcherTable::closing(int fd) {
    if (static_cast<size_t>(fd) < watchers_.size()) opened(fd);
}

int WatcherTable::arm(int fd) {
    uv_loop_t* loop = loop_.open();
    if (loop == nullptr) return UV_ENOMEM;
    Watcher& watcher = at(fd);
    if (watcher.registration == nullptr) {
        auto* fresh = new Registration{{}, this, fd, 0};
        // uv_poll_init() makes the descriptor non-blocking, for everybody who shares it; put back what was there.
        const int flags = fcntl(fd, F_GETFL);
        if (const int failed = uv_poll_init(loop, &fresh->poll, fd)) {
            delete fresh;
            return failed;
        }
        if (flags >= 0 && (flags & O_NONBLOCK) == 0) fcntl(fd, F_SETFL, flags);
        watcher.registration = fresh;
    }
    Registration& registration = *watcher.registration;
    const int wanted = (watcher.reader ? UV_READABLE : 0) | (watcher.writer ? UV_WRITABLE : 0);
    if ((registration.armed & wanted) == wanted) return 0;
    const int events = registration.armed | wanted;
    const int failed = uv_poll_start(&registration.poll, events, on_event);
    if (failed == 0) registration.armed = events;
    return failed;
}

void WatcherTable::on_event(uv_poll_t* handle, int status, int events) {
    auto* registration = reinterpret_cast<Registration*>(handle);
    Watcher& watcher = registration->table->at(registration->fd);
    if (status < 0) {
        // POLLERR: libuv has stopped the handle already. Both directions ask the descriptor itself.
        registration->armed = 0;
        events = UV_READABLE | UV_WRITABLE;
    }
    const bool wakes_reader = (events & UV_READABLE) && watcher.reader != nullptr;
    const bool wakes_writer = (events & UV_WRITABLE) && watcher.writer != nullptr;
    if (wakes_reader) watcher.reader->is_due = watcher.is_readable = true;
    if (wakes_writer) watcher.writer->is_due = watcher.is_writable = true;

    if (!wakes_reader && !wakes_writer && registration->armed != 0) {
        const int still = (watcher.reader ? UV_READABLE : 0) | (watcher.writer ? UV_WRITABLE : 0);
        if (still == 0) {
            uv_poll_stop(handle);
        } else {
            uv_poll_start(handle, still, on_event);
        }
        registration->armed = still;
    }
}

void WatcherTable::close_all() {
    for (Watcher& watcher : watchers_) {
        if (watcher.registration != nullptr) EventLoop::close_and_delete(watcher.registration);
        watcher.registration = nullptr;
    }
}

void WatcherTable::forget_registrations() {
    for (Watcher& watcher : watchers_) watcher.registration = nullptr;
}

} // namespace uvstream::loop
