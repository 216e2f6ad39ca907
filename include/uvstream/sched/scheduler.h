#pragma once

#include <string>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/resolver.h"
#include "uvstream/loop/selector.h"
#include "uvstream/loop/stay_loaded.h"
#include "uvstream/loop/watcher_table.h"

namespace uvstream::sched {

// What the layers above see of the loop.
using loop::ForkWatch;
using loop::Interest;
using loop::Lookup;
using loop::stay_loaded;
using loop::Waited;

class Scheduler;

// A line of execution: {main}, or a task. It outlives every wait of its own.
struct Strand {
    explicit Strand(Scheduler& its) : scheduler(its) {}
    Scheduler& scheduler;
    loop::Wakeup wakeup;
};

// Who waits: a strand, and on whose behalf: the stream, which user code within the wait must not free. Passed down to
// the wait, never kept: a fatal error jumps past whoever would have to take it back.
struct Waiter {
    Waiter(Strand& its, void* its_owner = nullptr) : strand(its), owner(its_owner) {}
    Strand& strand;
    void* owner;
};

// What a strand waits for. With no descriptor and no look-up it is the deadline alone.
struct Event {
    enum class Kind { Time, Readable, Writable, Either, Answer } kind = Kind::Time;
    int fd = -1;
    loop::Lookup* lookup = nullptr;

    static Event time() { return {}; }
    static Event readable(int fd) { return {Kind::Readable, fd, nullptr}; }
    static Event writable(int fd) { return {Kind::Writable, fd, nullptr}; }
    static Event either(int fd) { return {Kind::Either, fd, nullptr}; }
    static Event answer(loop::Lookup* lookup) { return {Kind::Answer, -1, lookup}; }
};

enum class Woken {
    Ready,       // it happened, or the descriptor is in an error that the operation itself will report
    TimedOut,    // the deadline passed
    Interrupted, // a signal came (only with OnSignal::Return)
    LookAgain,   // user code ran within (only with OnSignal::LookAgain)
    Cancelled,   // user code that ran within threw, or closed the stream
};

// What a signal does, once the script's handler for it has run, if it has one that runs at once.
enum class OnSignal {
    GoOn,      // nothing: the wait goes on with what is left of its time
    Return,    // ends the wait
    LookAgain, // ends the wait if user code ran: that may have brought what is waited for
};

// Runs what a signal made due: PHP's handlers. The layers below know nothing of PHP, so it is a hook.
enum class Handled {
    Nothing,
    Ran,       // user code may have run, but no signal's handler
    Signal,    // a signal's handler may have run
    Cancelled, // user code threw, or closed the waiter's stream
};
using InterruptHook = Handled (*)(const Waiter&);

// One per thread. Owns the loop and everything in it; all of it is made by the first thing that needs it.
class Scheduler {
  public:
    explicit Scheduler(InterruptHook hook);
    ~Scheduler();

    Strand& current() { return main_; }

    // A new descriptor has this number, or its descriptor is to be closed: what the loop knows of it is void.
    void opened(int fd) { watchers_.opened(fd); }
    void closing(int fd) { watchers_.closing(fd); }

    // Parks the strand until the event or the deadline. The one primitive that everything that waits calls.
    Woken park(const Waiter& waiter, const Event& event, base::Deadline deadline, OnSignal on_signal = OnSignal::GoOn);

    // Parks the strand until one of many descriptors is as its interest says. Runs no handlers: any signal ends it, as
    // select(2) does. Failed: the system refused, errno says why.
    Waited select(Strand& strand, Interest* interests, size_t count, base::Deadline deadline);

    // Starts a look-up that wakes the strand; waited for with Event::answer(), given back with resolver().release().
    loop::Lookup* look_up(Strand& strand, std::string host, int socktype);

    // Whether a wait of this strand may be left to a blocking system call: nobody else needs the loop.
    bool is_alone() {
        if (loop_.is_inherited()) leave_parents_loop();
        return !resolver_.is_busy();
    }

    // After the request: gives up look-ups that a fatal error left behind, and closes the loop. Waits that come later
    // (session handlers, persistent streams) are plain polls.
    void end_request();

    loop::Resolver& resolver() { return resolver_; }

  private:
    Waited wait_alone(const Event& event, base::Deadline deadline);
    Waited wait_on_loop(Strand& strand, const Event& event, base::Deadline deadline);
    void set_waiter(const Event& event, loop::Wakeup* waiter);
    bool has_happened(const Event& event);
    Handled run_hook(const Waiter& waiter);
    void leave_parents_loop();

    loop::EventLoop loop_;
    loop::WatcherTable watchers_;
    loop::Resolver resolver_;
    loop::Selector selector_;
    InterruptHook hook_;
    Strand main_;
};

} // namespace uvstream::sched
