#pragma once

#include <cstdint>

#include <sys/socket.h>

#include "uvstream/loop/job.h"
#include "uvstream/loop/wait_line.h"

namespace uvstream::sched {

struct Strand;

// What a strand waits for.
struct Event {
    enum class Kind : uint8_t {
        Time,     // the deadline alone
        Readable, // of the descriptor
        Writable,
        Either,
        Answer, // of the job
        Flag,   // that somebody sets, who then wakes the strand
        Many,   // descriptors: a selection
        Turn,   // the strand's own, to run: it has yielded
        Place,  // the strand is the first in the line, and whoever was before it has finished: see Exclusive
    };
    Kind kind = Kind::Time;
    bool as_first = false; // it was woken for this in vain: it waits before all others
    int fd = -1;
    const loop::Ticket* ticket = nullptr;
    const bool* flag = nullptr;            // not on a C stack
    loop::WaitLine* line = nullptr;        // the same
    const Strand* const* holder = nullptr; // of what the line is for, null for none: as long as the line is there
    const sockaddr* peer = nullptr;        // of a connect under way, for people: on the C stack of who waits

    static Event time() { return {}; }
    static Event readable(int fd) { return of(Kind::Readable, fd); }
    static Event writable(int fd) { return of(Kind::Writable, fd); }
    static Event either(int fd) { return of(Kind::Either, fd); }
    static Event connected(int fd, const sockaddr* its_peer) {
        Event event = of(Kind::Writable, fd);
        event.peer = its_peer;
        return event;
    }
    static Event answer(const loop::Ticket* its_ticket) {
        Event event;
        event.kind = Kind::Answer;
        event.ticket = its_ticket;
        return event;
    }
    static Event set(const bool& its_flag) {
        Event event;
        event.kind = Kind::Flag;
        event.flag = &its_flag;
        return event;
    }

    static Event many() { return of(Kind::Many, -1); }
    static Event turn() { return of(Kind::Turn, -1); }
    static Event place(loop::WaitLine& its_line, const Strand* const* its_holder = nullptr) {
        Event event;
        event.kind = Kind::Place;
        event.line = &its_line;
        event.holder = its_holder;
        return event;
    }

    // Of an answer: what is asked for, for people; null where the call says it.
    const char* subject() const { return ticket->job->subject(); }

    bool reads() const { return kind == Kind::Readable || kind == Kind::Either; }
    bool writes() const { return kind == Kind::Writable || kind == Kind::Either; }
    bool is_descriptor() const { return fd >= 0; }

    // Nothing but a wake-up tells of it: no look at the kernel.
    bool needs_wake() const { return kind == Kind::Answer || kind == Kind::Flag || kind == Kind::Place; }

    // Only another strand brings it about, which has not done so yet.
    bool needs_others() const { return kind == Kind::Place || (kind == Kind::Flag && !*flag); }

  private:
    static Event of(Kind kind, int fd) {
        Event event;
        event.kind = kind;
        event.fd = fd;
        return event;
    }
};

enum class Woken : uint8_t {
    Ready,       // it happened, or the descriptor is in an error that the operation itself will report
    TimedOut,    // the deadline passed
    Interrupted, // a signal came (only with OnSignal::Return)
    LookAgain,   // user code ran within the wait (only with OnSignal::LookAgain)
    Cancelled,   // the strand was cancelled
    LimitPassed, // the strand's limit for all its waits
    Deadlocked,  // no strand can ever be woken; told to the one that runs the signal handlers
    Closed,      // the descriptor was closed, or the waiter's owner
    Threw,       // user code that ran within the wait threw
    Refused,     // only another strand could bring it about, and the running one may not be left now
    Failed,      // of select(): the system refused, errno says why
};

// It is the strand's own end, or that of what it is within: whatever it waits for, it is to wait no longer.
inline bool ends_strand(Woken woken) {
    return woken == Woken::Cancelled || woken == Woken::LimitPassed || woken == Woken::Deadlocked;
}

// What a signal does, once the script's handler for it has run, if it has one that runs at once.
enum class OnSignal : uint8_t {
    GoOn,      // nothing: the wait goes on with what is left of its time
    Return,    // ends the wait
    LookAgain, // ends the wait if user code ran: that may have brought what is waited for
};

} // namespace uvstream::sched
