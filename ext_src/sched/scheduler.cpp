#include "uvstream/sched/scheduler.h"

#include <optional>
#include <utility>

#include <netdb.h>
#include <poll.h>

#include "uvstream/loop/fork_watch.h"
#include "uvstream/loop/poll_wait.h"

namespace uvstream::sched {

using base::Deadline;
using loop::Ticket;

namespace {

bool has_happened(void* it) {
    const Strand& strand = *static_cast<const Strand*>(it);
    const Event& event = strand.parking.waits_for;
    switch (event.kind) {
    case Event::Kind::Time: return false;
    case Event::Kind::Answer: return event.ticket->is_done();
    case Event::Kind::Flag: return *event.flag;
    default: return strand.records.is_any_fired();
    }
}

// Until when a strand waits in place: to its limit at most, and not at all when it was cancelled.
Deadline due_in_place(const Strand& strand, Deadline deadline) {
    return strand.parking.is_cancelled ? Deadline::now() : Deadline::earlier(deadline, strand.limit);
}

// What has ended a wait in place that was not for the event: its deadline comes first.
Woken end_in_place(const Strand& strand, Deadline deadline) {
    if (deadline.passed()) return Woken::TimedOut;
    return strand.parking.is_cancelled ? Woken::Cancelled : Woken::LimitPassed;
}

Woken wait_in_place(const Event& event, Deadline deadline) {
    const int events = (event.reads() ? POLLIN : 0) | (event.writes() ? POLLOUT : 0);
    switch (loop::wait_one(event.fd, static_cast<short>(events), deadline)) {
    case loop::Waited::TimedOut: return Woken::TimedOut;
    case loop::Waited::Interrupted: return Woken::Interrupted;
    default: return Woken::Ready;
    }
}

// The same as far as the strand is to wait at all.
Woken wait_in_place(Strand& strand, const Event& event, Deadline deadline) {
    Dispatcher::note_wait(strand, event);
    const Woken woken = wait_in_place(event, due_in_place(strand, deadline));
    return woken == Woken::TimedOut ? end_in_place(strand, deadline) : woken;
}

// How a wait ends by what the hook has run; nothing: it goes on, as far as that is concerned.
std::optional<Woken> end_by_handler(Handled handled, Deadline deadline, OnSignal on_signal) {
    if (handled == Handled::Threw) return Woken::Threw;
    if (handled == Handled::Closed) return Woken::Closed;
    if (handled == Handled::Nothing || on_signal != OnSignal::LookAgain) return {};
    return deadline.passed() ? Woken::TimedOut : Woken::LookAgain;
}

} // namespace

Scheduler::Scheduler(InterruptHook hook)
    : forks_(loop::ForkWatch::generation()), watchers_(loop_), jobs_(loop_), resolver_(jobs_),
      dispatcher_(loop_, watchers_, jobs_), selector_(loop_, watchers_, dispatcher_), hook_(hook), main_(*this) {}

Scheduler::~Scheduler() { end_request(); }

unsigned Scheduler::fork_generation() { return loop::ForkWatch::generation(); }

Handled Scheduler::run_hook(const Waiter& waiter) {
    if (hook_ == nullptr) return Handled::Nothing;
    const Handled handled = hook_(waiter);
    // (A signal that is another strand's to handle: that one was told, no more.)
    return handled == Handled::Signal && !dispatcher_.runs_handlers(waiter.strand()) ? Handled::Ran : handled;
}

Woken Scheduler::park(const Waiter& waiter, const Event& event, Deadline deadline, OnSignal on_signal) {
    const Woken woken = park_until(waiter, event, deadline, on_signal);
    return dispatcher_.end(waiter.strand(), woken);
}

Woken Scheduler::park_until(const Waiter& waiter, const Event& event, Deadline deadline, OnSignal on_signal) {
    // A signal that came since the last opcode has a handler due already: it runs before the wait, not after.
    const Handled before = run_hook(waiter);
    if (const auto end = end_by_handler(before, deadline, on_signal)) return *end;
    // It does not end a wait that had nothing to wait for: then the kernel would not have, either.
    if (before == Handled::Signal && on_signal == OnSignal::Return) {
        return wait_in_place(event, Deadline::now()) == Woken::Ready ? Woken::Ready : Woken::Interrupted;
    }
    for (Event next = event;; next.as_first = waiter.strand().parking.was_first) {
        const Woken woken = wait_for_own_signals(waiter, next, deadline);
        if (woken != Woken::Interrupted) return woken;
        const Handled handled = run_hook(waiter);
        if (const auto end = end_by_handler(handled, deadline, on_signal)) return *end;
        if (on_signal == OnSignal::Return) return Woken::Interrupted;
    }
}

// Interrupted only by a signal that is the strand's to handle. (Any ends the system call of a wait in place.)
Woken Scheduler::wait_for_own_signals(const Waiter& waiter, const Event& event, Deadline deadline) {
    for (Event next = event;; next.as_first = waiter.strand().parking.was_first) {
        leave_parents_loop(); // a handler may have forked
        const Woken woken = wait(waiter, next, deadline);
        if (woken != Woken::Interrupted || dispatcher_.runs_handlers(waiter.strand())) return woken;
        dispatcher_.give_signal();
    }
}

// Not where the strand could not be left, either, nor for a look, nor when it is to wait no longer.
std::optional<Woken> Scheduler::wait_by_hook(const Waiter& waiter, const Event& event, Deadline deadline) const {
    const bool is_for_owner = waiter.owner != nullptr && event.is_descriptor() && !deadline.is_now();
    if (!is_for_owner || waiter.strand().parking.is_cancelled || !dispatcher_.may_switch()) return {};
    const auto woken = wait_hook_(waiter, event, Deadline::earlier(deadline, waiter.strand().limit));
    const bool is_end = waiter.strand().parking.is_cancelled || waiter.strand().limit.passed();
    return woken == Woken::TimedOut && is_end ? end_in_place(waiter.strand(), deadline) : woken;
}

Woken Scheduler::wait(const Waiter& waiter, const Event& event, Deadline deadline) {
    if (wait_hook_ != nullptr) {
        if (const auto woken = wait_by_hook(waiter, event, deadline)) return *woken;
    }
    const bool needs_wake = event.needs_wake();
    Strand& strand = waiter.strand();
    if (!needs_wake && (is_alone() || deadline.is_now())) return wait_in_place(strand, event, deadline);
    const bool switches = dispatcher_.may_switch();
    if (!switches && event.needs_others()) return Woken::Refused;
    if (switches) return dispatcher_.count_parked(), wait_among_others(waiter, event, deadline);
    return dispatcher_.hold_others([&] {
        const bool needs_loop = needs_wake || jobs_.is_busy();
        return needs_loop ? wait_on_loop(strand, event, deadline, false) : wait_in_place(strand, event, deadline);
    });
}

// While others run, in `wait`. False where the owner was closed meanwhile.
template <class Wait> bool Scheduler::keep_owner(void* owner, Wait wait) {
    dispatcher_.running().hot.owner = owner;
    void* const kept = park_hooks_.parking != nullptr ? park_hooks_.parking(owner) : nullptr;
    wait(kept);
    return park_hooks_.resumed == nullptr || park_hooks_.resumed(owner, kept);
}

Woken Scheduler::wait_among_others(const Waiter& waiter, const Event& event, Deadline deadline) {
    Woken woken = Woken::Ready;
    waiter.strand().parking.is_call = waiter.is_call;
    const bool is_open = keep_owner(waiter.owner, [&](const void* kept) {
        const bool asks = (event.is_descriptor() || waiter.is_call) && park_hooks_.is_in_vain != nullptr;
        const bool is_in_vain = asks && park_hooks_.is_in_vain(kept);
        woken = is_in_vain ? Woken::Closed : wait_on_loop(waiter.strand(), event, deadline, true);
    });
    return is_open ? woken : Woken::Closed;
}

bool Scheduler::yield_now(const Waiter& waiter) {
    return ends_strand(waiter.strand().last_woken) ? let_others_run(waiter) : yield(waiter);
}

void Scheduler::park_until_set(const Waiter& waiter, const bool& flag) {
    if (dispatcher_.may_switch()) {
        (void)keep_owner(waiter.owner, [&](const void*) { dispatcher_.stay_until(waiter.strand(), flag); });
    }
}

bool Scheduler::pause(const Waiter& waiter, Deadline end) {
    if (!dispatcher_.may_switch()) return false;
    (void)keep_owner(waiter.owner, [&](const void*) { dispatcher_.stay_until(waiter.strand(), end); });
    return true;
}

bool Scheduler::let_others_run(const Waiter& waiter) {
    const bool is_open = keep_owner(waiter.owner, [&](const void*) { dispatcher_.yield(waiter.strand()); });
    if (!is_open) waiter.strand().last_woken = Woken::Closed;
    return is_open;
}

bool Scheduler::yield(const Waiter& waiter) {
    const bool switches = dispatcher_.has_others() && dispatcher_.may_switch();
    if (switches && !let_others_run(waiter)) return false;
    Strand& strand = waiter.strand();
    const bool is_over = strand.parking.is_cancelled || strand.limit.passed();
    return dispatcher_.end(strand, is_over ? end_in_place(strand, Deadline::never()) : Woken::Ready) == Woken::Ready;
}

Woken Scheduler::wait_on_loop(Strand& strand, const Event& event, Deadline deadline, bool switches) {
    if (event.is_descriptor() && !stand(strand, event)) {
        return switches ? wait_in_slices(strand, event, deadline) : wait_in_place(strand, event, deadline);
    }
    if (event.line != nullptr) {
        loop::WaitRecord& record = strand.records.take(strand);
        record.awaits_strand = true;
        event.line->join(record, event.as_first);
    }
    const Woken woken = dispatcher_.stay_parked(strand, event, deadline, switches, has_happened, &strand);
    // What has come beats what has ended the wait, but may be for those who stand before it.
    const bool may_have_come = woken == Woken::TimedOut || woken == Woken::LimitPassed || woken == Woken::Cancelled;
    if (!may_have_come || !event.is_descriptor() || !strand.parking.was_first) return woken;
    return wait_in_place(event, Deadline::now()) == Woken::Ready ? Woken::Ready : woken;
}

// False where there is no loop to be had, or it refuses the descriptor.
bool Scheduler::stand(Strand& strand, const Event& event) {
    for (const auto& [wanted, direction] : {std::pair{event.reads(), loop::kRead}, {event.writes(), loop::kWrite}}) {
        if (!wanted || watchers_.stand(event.fd, direction, strand.records.take(strand), event.as_first) == 0) continue;
        strand.records.drop();
        return false;
    }
    return true;
}

// With looks at the descriptor, between which the others run.
Woken Scheduler::wait_in_slices(Strand& strand, const Event& event, Deadline deadline) {
    constexpr int64_t kSliceUs = 50000;
    for (;;) {
        const Deadline slice = dispatcher_.ready().is_empty() ? Deadline::after_us(kSliceUs) : Deadline::now();
        const Deadline due = due_in_place(strand, deadline);
        const Woken woken = wait_in_place(event, Deadline::earlier(due, slice));
        if (woken != Woken::TimedOut) return woken;
        if (due.passed()) return end_in_place(strand, deadline);
        dispatcher_.yield(strand);
    }
}

inline Woken Scheduler::select_in_place(Strand& strand, base::Interest* interests, size_t count, Deadline deadline) {
    Dispatcher::note_wait(strand, Event::many());
    if (strand.limit.is_never() && !strand.parking.is_cancelled) {
        return selector_.wait_in_place(strand, interests, count, deadline, jobs_.is_busy());
    }
    const Woken woken =
        selector_.wait_in_place(strand, interests, count, due_in_place(strand, deadline), jobs_.is_busy());
    return woken == Woken::TimedOut ? end_in_place(strand, deadline) : woken;
}

Woken Scheduler::select(Strand& strand, base::Interest* interests, size_t count, Deadline deadline) {
    leave_parents_loop();
    // (One that only ever looks would hold up the others. It has no owner: if it is not to begin, the strand is told.)
    if (!begin_operation(strand)) return strand.last_woken;
    return dispatcher_.end(strand, select_until(strand, interests, count, deadline));
}

Woken Scheduler::select_until(Strand& strand, base::Interest* interests, size_t count, Deadline deadline) {
    if (!dispatcher_.has_others()) return select_in_place(strand, interests, count, deadline);
    if (!dispatcher_.runs_handlers(strand) && run_hook(strand) == Handled::Threw) return Woken::Threw;
    for (;;) {
        const bool switches = dispatcher_.may_switch();
        const bool waits = !deadline.is_now();
        if (switches && waits) dispatcher_.count_parked();
        const auto in_place = [&] { return select_in_place(strand, interests, count, deadline); };
        const Woken woken = switches ? selector_.wait_among_others(strand, interests, count, deadline)
                            : waits  ? dispatcher_.hold_others(in_place)
                                     : in_place();
        if (woken != Woken::Interrupted || dispatcher_.runs_handlers(strand)) return woken;
        dispatcher_.give_signal(); // it is for another strand
    }
}

Ticket* Scheduler::begin_look_up(Strand& strand, std::string host, int socktype) {
    leave_parents_loop();
    return resolver_.start(std::move(host), socktype, &strand);
}

Ticket* Scheduler::begin_job(Strand& strand, loop::Job* job) {
    leave_parents_loop();
    return jobs_.start(job, &strand);
}

Answer Scheduler::look_up(const Waiter& waiter, std::string host, int socktype, Deadline deadline,
                          void (*add)(void* to, const addrinfo& one), void* to) {
    Ticket* const lookup = begin_look_up(waiter.strand(), std::move(host), socktype);
    const Woken woken = park(waiter, Event::answer(lookup), deadline);
    // A thread writes both until it is done.
    const Answer answer{woken, lookup->is_done() ? loop::question_of(*lookup).status : 0};
    if (lookup->is_done()) {
        for (const addrinfo* one = loop::question_of(*lookup).answer; one != nullptr; one = one->ai_next) add(to, *one);
    }
    give_back(lookup);
    return answer;
}

void Scheduler::forget_parent() {
    forks_ = loop::ForkWatch::generation();
    watchers_.forget_registrations();
    jobs_.abandon_all(&dispatcher_.running());
    jobs_.forget();
    loop_.forget();
    dispatcher_.forget_others(park_hooks_.forgotten);
}

void Scheduler::end_request() {
    leave_parents_loop();
    dispatcher_.reset();
    jobs_.abandon_all();
    watchers_.close_all();
    loop_.close();
}

} // namespace uvstream::sched
