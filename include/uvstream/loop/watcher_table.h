#pragma once

#include <cstdint>

#include "uvstream/base/descriptor_table.h"
#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/wait_line.h"

namespace uvstream::loop {

// The directions of a descriptor, and their sum.
inline constexpr int kRead = UV_READABLE, kWrite = UV_WRITABLE;

struct Registration; // a uv_poll_t and the way back from it

// What the loop knows of one descriptor. The table is keyed by descriptor, so that also a stream that we did not make
// can be waited on.
struct Watcher {
    WaitLine readers;
    WaitLine writers;
    Registration* registration = nullptr; // survives the descriptor, for the next of its number

    uint32_t resets = 0;       // how many descriptors of this number have come or gone
    uint32_t asked_at = 0;     // its place among those that the poll set under way polls; 0: not polled
    uint8_t armed = 0;         // directions: what the kernel tells the loop by itself
    uint8_t asked_in_vain = 0; // in which a selection's last poll found nothing: the next one registers them
    uint8_t looked_at = 0;     // directions that the poll set under way is told of
    uint8_t seen = 0;          // of these, what has come; reset when a look begins
    bool may_be_hang_up = false;

    WaitLine& line(int direction) { return direction == kRead ? readers : writers; }
    int wanted() const { return looked_at | (readers.is_empty() ? 0 : kRead) | (writers.is_empty() ? 0 : kWrite); }
};
static_assert(sizeof(Watcher) <= 64);

class WatcherTable {
  public:
    explicit WatcherTable(EventLoop& loop) : loop_(loop) {}
    WatcherTable(const WatcherTable&) = delete;
    WatcherTable& operator=(const WatcherTable&) = delete;
    ~WatcherTable() { close_all(); }

    // The entry of a descriptor that is open. It stays where it is.
    Watcher& at(int fd) { return watchers_.at(fd); }

    // A new descriptor under this number: whatever was remembered of an older one is void.
    void opened(int fd);

    // Before the descriptor is closed: who waits for it is woken, and its record says why. An armed registration must
    // go first: with the number reused there would be no callback, and with a duplicate alive in a child events that
    // nobody can stop.
    void closing(int fd);

    // Who waits for it is woken, and its record says that it is closed, for those who wait. Returns how many they were.
    size_t cancel_waits(int fd);

    // The waiter joins the line of one direction, and the descriptor is armed.
    // Registrations persist between waits; an event that nobody waits for disarms. Only for descriptors whose end
    // closing() is told. Returns 0 or a negative libuv code: then it stands in no line.
    int stand(int fd, int direction, WaitRecord& record, bool as_first = false);

    // The same for a look by `looker`, of which there is one at a time: what comes is noted in the entry, until the
    // looker takes its direction out of `looked_at`. False: it is not registered.
    bool look_at(int fd, Watcher& watcher, int direction) {
        watcher.looked_at |= static_cast<uint8_t>(direction);
        watcher.seen &= static_cast<uint8_t>(~direction);
        if ((watcher.armed & direction) != 0 || arm(fd, watcher) == 0) return true;
        watcher.looked_at &= static_cast<uint8_t>(~direction);
        return false;
    }
    void set_looker(Wakeup* looker) { looker_ = looker; }

    // Takes a descriptor off the loop as far as nobody waits for it: one that may be closed without our knowing (a
    // pipe, a terminal) is not to stay there.
    void release_foreign(int fd);

    // Closes every registration; the entries' hints and lines stay.
    void close_all();

    // Closes the loop, and everybody who waits is armed on a new one; where there is none to be had, or a descriptor
    // is refused, its waiters are woken, and find that out. Not while a look-up keeps the loop.
    void renew_loop();

    // In the child of a fork: the registrations belong to the parent's loop.
    void forget_registrations();

  private:
    int arm(int fd, Watcher& watcher);
    int start(Watcher& watcher, int events);
    static void disarm(Watcher& watcher);
    void disarm_unwanted(Watcher& watcher);
    static void fire_all(Watcher& watcher);
    void reset(Watcher& watcher);
    static size_t cancel(Watcher& watcher, bool wakes);
    static void on_event(uv_poll_t* handle, int status, int events);

    void tell(Watcher& watcher, int directions, bool may_be_hang_up) const;

    EventLoop& loop_;
    base::DescriptorTable<Watcher> watchers_;
    Wakeup* looker_ = nullptr;
};

} // namespace uvstream::loop
