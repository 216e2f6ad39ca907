#pragma once

#include <cstdint>

#include "uvstream/base/descriptor_table.h"
#include "uvstream/loop/event_loop.h"

namespace uvstream::loop {

struct Registration; // a uv_poll_t and the way back from it

// What the loop knows of one descriptor. The table is keyed by descriptor, so that also a stream that we did not make
// can be waited on.
struct Watcher {
    Wakeup* reader = nullptr;
    Wakeup* writer = nullptr;
    bool is_readable = false; // what its waiter was woken for; reset when a wait begins
    bool is_writable = false;
    bool may_be_hang_up = false; // rather than what its waiter was woken for

    uint8_t armed = 0;         // UV_READABLE | UV_WRITABLE: what the kernel tells the loop by itself
    uint8_t asked_in_vain = 0; // in which a selection's last poll found nothing: the next one registers them
    uint32_t asked_at = 0;     // its place among those that the selection under way polls; 0: not polled

    Registration* registration = nullptr; // survives the descriptor, for the next of its number
};

class WatcherTable {
  public:
    explicit WatcherTable(EventLoop& loop) : loop_(loop) {}
    WatcherTable(const WatcherTable&) = delete;
    WatcherTable& operator=(const WatcherTable&) = delete;
    ~WatcherTable() { close_all(); }

    // The entry of a descriptor that is open. It stays where it is.
    Watcher& at(int fd) { return watchers_.at(fd); }

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
    void disarm(Watcher& watcher);
    int start(Watcher& watcher, int events);
    Watcher& reset(Watcher& watcher);
    static void on_event(uv_poll_t* handle, int status, int events);

    EventLoop& loop_;
    base::DescriptorTable<Watcher> watchers_;
};

} // namespace uvstream::loop
