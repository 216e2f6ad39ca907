#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/base/first_try.h"
#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/tls_memory.h"

namespace uvstream::loop {

struct Registration; // a uv_poll_t and the way back from it

// What is remembered beside the kernel for one descriptor. The table is keyed by descriptor, so that also a stream that
// we did not make can be waited on. Plain data: an entry is found again by its number after every wait.
struct Watcher {
    bool is_nonblocking = false; // O_NONBLOCK in the kernel behind a stream that says "blocking" (listeners)
    bool is_read_shut = false;   // a read of nothing is the end, also on a datagram socket
    uint8_t starved = 0;         // consecutive accepts that found no free descriptor
    base::FirstTry first_try;    // of a read or an accept
    TlsMemory tls;

    Wakeup* reader = nullptr;
    Wakeup* writer = nullptr;
    bool is_readable = false; // what its waiter was woken for; reset when a wait begins
    bool is_writable = false;
    bool may_be_hang_up = false; // rather than what its waiter was woken for

    uint8_t armed = 0;         // UV_READABLE | UV_WRITABLE: what the kernel tells the loop by itself
    uint8_t asked_in_vain = 0; // in which a selection's last poll found nothing: the next one registers them
    uint32_t asked_at = 0;     // its place among those that the selection under way polls; 0: not polled

    Registration* registration = nullptr; // survives the descriptor, for the next of its number

    // It was found readable: the next operation need not wait first.
    void expect_data() {
        first_try.reset();
        tls.is_drained = false;
    }
};

class WatcherTable {
  public:
    explicit WatcherTable(EventLoop& loop) : loop_(loop) {}
    WatcherTable(const WatcherTable&) = delete;
    WatcherTable& operator=(const WatcherTable&) = delete;
    ~WatcherTable() { close_all(); }

    // The entry of a descriptor that is open. A reference holds until at() or opened() is called for a higher one.
    Watcher& at(int fd) {
        if (static_cast<size_t>(fd) >= watchers_.size()) grow(fd);
        return watchers_[static_cast<size_t>(fd)];
    }

    // A new descriptor under this number: whatever was remembered of an older one is void.
    Watcher& opened(int fd);

    // Before the descriptor is closed. An armed registration must go first: with the number reused there would be no
    // callback, and with a duplicate alive in a child events that nobody can stop.
    void closing(int fd);

    // Arms the descriptor for those who wait on it. Registrations persist between waits; an event that nobody waits for
    // disarms. Only for descriptors whose end closing() is told. Returns 0 or a negative libuv code.
    int arm(int fd);

    // Closes every registration; the entries' hints stay.
    void close_all();

    // The same, and the loop's end: whoever waits arms again on the next one. A look-up under way keeps the loop.
    void rebuild_loop();

    // In the child of a fork: the registrations belong to the parent's loop.
    void forget_registrations();

  private:
    void grow(int fd);
    void disarm(Watcher& watcher);
    int start(Watcher& watcher, int events);
    Watcher& reset(Watcher& watcher);
    static void on_event(uv_poll_t* handle, int status, int events);

    EventLoop& loop_;
    std::vector<Watcher> watchers_;
};

} // namespace uvstream::loop
