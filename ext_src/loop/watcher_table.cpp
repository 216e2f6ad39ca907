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
Watcher& WatcherTable::reset(Watcher& watcher) {
    Watcher fresh;
    if (!loop_.is_inherited()) fresh.registration = watcher.registration;
    return watcher = fresh;
}

Watcher& WatcherTable::opened(int fd) {
    Watcher& watcher = at(fd);
    if (watcher.armed != 0 && !loop_.is_inherited()) {
        // Only if the old descriptor was closed behind our back. The kernel has dropped it then, unless a duplicate
        // lives on.
        disarm(watcher);
        loop_.note_phantom();
    }
    return reset(watcher);
}

void WatcherTable::closing(int fd) {
    Watcher* const watcher = watchers_.find(fd);
    if (watcher == nullptr) return;
    if (!loop_.is_inherited()) disarm(*watcher);
    reset(*watcher);
}

int WatcherTable::arm(int fd) {
    uv_loop_t* loop = loop_.open();
    if (loop == nullptr) return UV_ENOMEM;
    Watcher& watcher = at(fd);
    const int wanted = (watcher.reader ? UV_READABLE : 0) | (watcher.writer ? UV_WRITABLE : 0);
    if ((watcher.armed & wanted) == wanted) return 0;
    if (watcher.registration == nullptr) {
        auto* fresh = new Registration{{}, this, fd};
        // uv_poll_init() makes the descriptor non-blocking, for everybody who shares it; put back what was there.
        const int flags = fcntl(fd, F_GETFL);
        if (const int failed = uv_poll_init(loop, &fresh->poll, fd)) {
            delete fresh;
            return failed;
        }
        if (flags >= 0 && (flags & O_NONBLOCK) == 0) fcntl(fd, F_SETFL, flags);
        watcher.registration = fresh;
    }
    return start(watcher, watcher.armed | wanted);
}

int WatcherTable::start(Watcher& watcher, int events) {
    uv_poll_t& poll = watcher.registration->poll;
    int failed = uv_poll_start(&poll, events, on_event);
    if (failed == 0) failed = EventLoop::admit(poll.loop, poll.io_watcher);
    watcher.armed = static_cast<uint8_t>(events);
    loop_.note_change();
    if (failed == 0) return 0;
    // Nothing is left of it. Who waits already looks again, and finds that out.
    disarm(watcher);
    for (Wakeup* const waiter : {watcher.reader, watcher.writer}) {
        if (waiter != nullptr) waiter->is_due = true;
    }
    return failed;
}

void WatcherTable::on_event(uv_poll_t* handle, int status, int events) {
    auto* registration = reinterpret_cast<Registration*>(handle);
    WatcherTable& table = *registration->table;
    Watcher& watcher = table.at(registration->fd);
    table.loop_.note_event();
    if (status < 0) {
        // POLLERR: libuv has stopped the handle already. Both directions ask the descriptor itself.
        watcher.armed = 0;
        events = UV_READABLE | UV_WRITABLE;
    }
    // libuv keeps a hang-up to itself: it makes a descriptor readable, and may come as if there were room to write.
    watcher.may_be_hang_up = (events & UV_WRITABLE) != 0;
    const bool wakes_reader = ((events & UV_READABLE) || watcher.may_be_hang_up) && watcher.reader != nullptr;
    const bool wakes_writer = (events & UV_WRITABLE) && watcher.writer != nullptr;
    if (wakes_reader) watcher.reader->is_due = watcher.is_readable = true;
    if (wakes_writer) watcher.writer->is_due = watcher.is_writable = true;

    const int wanted = (watcher.reader ? UV_READABLE : 0) | (watcher.writer ? UV_WRITABLE : 0);
    const int unwanted = events & ~wanted;
    if (unwanted == 0) return;
    // What is ready unasked is polled first the next time.
    watcher.asked_in_vain &= static_cast<uint8_t>(~unwanted);
    if (watcher.armed == 0) return;
    if (wanted == 0) {
        table.disarm(watcher);
    } else {
        table.start(watcher, wanted);
    }
}

void WatcherTable::close_all() {
    watchers_.for_each([](Watcher& watcher) {
        if (watcher.registration != nullptr) EventLoop::close_and_delete(watcher.registration);
    });
    forget_registrations();
}

void WatcherTable::rebuild_loop() {
    close_all();
    loop_.close();
}

void WatcherTable::forget_registrations() {
    watchers_.for_each([](Watcher& watcher) {
        watcher.registration = nullptr;
        watcher.armed = 0;
    });
}

} // namespace uvstream::loop
