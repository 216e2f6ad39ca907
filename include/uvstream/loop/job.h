#pragma once

#include <cstdint>
#include <list>

#include <pthread.h>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/wakeup.h"

namespace uvstream::loop {

class Mailbox;
struct Job;

// Of one who waits for a job. Made by Jobs, given back by Jobs::release(), whatever has become of the job.
struct Ticket {
    Job* job = nullptr;
    Wakeup* waiter = nullptr;
    std::list<Ticket*>::iterator place; // among the job's

    bool is_done() const;
};

// A call that blocks, made once for all who wait for it, in a thread of its own. It belongs to Jobs. While a thread is
// at it, that thread uses what work() does and `mailbox`, and everybody else only the rest.
struct Job {
    // For whose slots it waits.
    enum class Kind : uint8_t {
        Local,    // the look-up of a name that needs no server
        Ordinary, // of any other
        Failed,   // of one that failed lately
        Call,     // any other that ends by itself, if only after a while
    };
    static constexpr int kKinds = 4;
    enum class State : uint8_t { Queued, Running, Done };

    explicit Job(Kind its) : kind(its) {}
    virtual ~Job() = default;
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    // (By whoever starts it, where there is no thread to be had.)
    virtual void work() = 0;

    // It is done, and those who wait are not woken yet; or nobody waits for it any more, and it will not be done.
    virtual void leave(bool /*by_thread*/) {}

    // In the child of a fork, where somebody still waits for it: work() begins anew, and what is kept here may be as a
    // thread of the parent's was just changing it.
    virtual void renew() {}

    // What it asks for, for people; null where the call that waits says it.
    virtual const char* subject() const { return nullptr; }

    Mailbox* mailbox = nullptr;
    pthread_t thread{};

    const Kind kind;
    State state = State::Queued;
    base::Deadline slow_from = base::Deadline::never(); // while it runs
    std::list<Ticket*> tickets;                         // none: it runs, and nobody waits for it any more
    std::list<Job*>::iterator place;                    // in the list of its state
};

inline bool Ticket::is_done() const { return job->state == Job::State::Done; }

} // namespace uvstream::loop
