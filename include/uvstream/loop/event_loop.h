#pragma once

#include <uv.h>

#include "uvstream/base/first_try.h"
#include "uvstream/loop/fork_watch.h"
#include "uvstream/loop/poll_wait.h"

namespace uvstream::loop {

// Owns the uv_loop_t of one thread. It exists from the first open() to close(), and after a fork the child forgets the
// inherited one: a uv_* call on it there would change the parent's registrations.
//
// The only place that runs the loop and that closes handles.
class EventLoop {
  public:
    EventLoop() = default;
    EventLoop(const EventLoop&) = delete;
    EventLoop& operator=(const EventLoop&) = delete;
    ~EventLoop() { close(); }

    bool is_open() const { return loop_ != nullptr; }

    // Whether a parent made it: then no uv_* call may touch it or anything in it, until it is forgotten.
    bool is_inherited() const { return loop_ != nullptr && forks_ != ForkWatch::generation(); }

    // For `php --ri`.
    static const char* backend_name();
    static const char* header_version();
    static const char* run_time_version();

    // What it takes of the system, for `php --ri`, which makes no loop: -1 where there is none.
    struct Descriptors {
        int poll = -1, wake_up = -1, signals = -1, rings[2] = {-1, -1};
    };
    Descriptors descriptors() const;

    // The loop, made on first use; null when the system does not give what it takes.
    uv_loop_t* open();

    // One turn: applies new registrations, waits until something happens, runs the callbacks.
    // uv_run(UV_RUN_ONCE) would do, but it swallows EINTR, which PHP's contract needs to see.
    // `woken` counts who is awake, and grows by the callbacks. Returns Ready as soon as it is not 0; TimedOut at the
    // deadline; Ready also after a turn that woke nobody. entries[0] is left free for the loop's own, and count
    // includes it; the others are descriptors that are not registered, and waited for beside it: what poll(2) says of
    // them ends the turn as well. Failed: as wait_for_any().
    Waited turn(const size_t& woken, base::Deadline deadline, pollfd* entries, size_t count);
    Waited turn(const size_t& woken, base::Deadline deadline) {
        pollfd own;
        return turn(woken, deadline, &own, 1);
    }

    // Registers with the kernel what was started, as libuv would in the next turn. There it would abort the process if
    // the system refused: too many watches, no memory, a number that is another file's by now. Returns 0 or a negative
    // libuv code.
    static int admit(uv_poll_t& poll);

    // A registration has changed: the next turn tells the kernel before it waits.
    void note_change() { has_changes_ = true; }

    // A callback has run.
    void note_event() { idle_turns_ = 0; }

    // A descriptor was closed while it was registered, and a duplicate of it lives on in another process: the kernel
    // goes on to report it, and nothing but a new loop ends that.
    void note_phantom() { has_phantoms_ = true; }
    bool has_phantoms() const { return is_open() && (has_phantoms_ || idle_turns_ > kMostIdleTurns); }

    // Closes a handle that was allocated with new; its memory goes when libuv lets go of it.
    template <class Handle> static void close_and_delete(Handle* handle) {
        uv_close(reinterpret_cast<uv_handle_t*>(handle), [](uv_handle_t* it) { delete reinterpret_cast<Handle*>(it); });
    }

    // Closes the loop. Its owner has closed the handles before; those of a look-up under way keep it: then it stays,
    // and close() is tried again later.
    bool close();

    // In the child of a fork: closes the raw descriptors and forgets the loop, with no uv_* call.
    void forget();

  private:
    void dispatch();
    base::Deadline wake_up_time(base::Deadline deadline) const;

    static constexpr unsigned kMostIdleTurns = 16;

    uv_loop_t* loop_ = nullptr;
    unsigned forks_ = 0;
    bool has_changes_ = false;
    base::FirstTry first_look_;
    unsigned idle_turns_ = 0; // that the kernel woke for nothing, in a row
    bool has_phantoms_ = false;
    int rings_[2] = {-1, -1};
};

} // namespace uvstream::loop
