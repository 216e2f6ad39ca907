#include "uvstream/sched/scheduler.h"

#include <utility>

namespace uvstream::sched {

namespace {
bool reads(const Event& event) { return event.kind == Event::Kind::Readable || event.kind == Event::Kind::Either; }
bool writes(const Event& event) { return event.kind == Event::Kind::Writable || event.kind == Event::Kind::Either; }
bool is_descriptor(const Event& event) { return reads(event) || writes(event); }

} // namespace

Scheduler::Scheduler(InterruptHook hook)
    : watchers_(loop_), resolver_(loop_), selector_(loop_, watchers_), hook_(hook), main_(*this) {}

Scheduler::~Scheduler() { end_request(); }

Woken Scheduler::park(const Waiter& waiter, const Event& event, base::Deadline deadline, OnSignal on_signal) {
    // A signal that came since the last opcode has a handler due already: it runs before the wait, not after.
    Handled handled = run_hook(waiter);
    // It does not end a wait that had nothing to wait for: then the kernel would not have, either.
    if (handled == Handled::Signal && on_signal == OnSignal::Return) {
        return wait_alone(event, base::Deadline::now()) == Waited::Ready ? Woken::Ready : Woken::Interrupted;
    }
    for (;;) {
        if (handled == Handled::Cancelled) return Woken::Cancelled;
        if (handled != Handled::Nothing && on_signal == OnSignal::LookAgain) {
            return deadline.passed() ? Woken::TimedOut : Woken::LookAgain;
        }

        // Asked first: a handler may have forked, and the child leaves its parent's loop here.
        const bool needs_loop = !is_alone() || event.kind == Event::Kind::Answer;
        const Waited waited = needs_loop ? wait_on_loop(waiter.strand, event, deadline) : wait_alone(event, deadline);
        if (waited == Waited::Ready) return Woken::Ready;
        if (waited == Waited::TimedOut) return Woken::TimedOut;

        handled = run_hook(waiter);
        if (handled != Handled::Cancelled && on_signal == OnSignal::Return) return Woken::Interrupted;
    }
}

Waited Scheduler::select(Strand& strand, Interest* interests, size_t count, base::Deadline deadline) {
    const bool needs_loop = !is_alone();
    if (needs_loop) resolver_.run_queued();
    return selector_.wait(interests, count, strand.wakeup, deadline, needs_loop);
}

Handled Scheduler::run_hook(const Waiter& waiter) { return hook_ != nullptr ? hook_(waiter) : Handled::Nothing; }

loop::Lookup* Scheduler::look_up(Strand& strand, std::string host, int socktype) {
    if (loop_.is_inherited()) leave_parents_loop();
    return resolver_.start(std::move(host), socktype, &strand.wakeup);
}

Waited Scheduler::wait_alone(const Event& event, base::Deadline deadline) {
    const int events = (reads(event) ? POLLIN : 0) | (writes(event) ? POLLOUT : 0);
    return loop::wait_one(event.fd, static_cast<short>(events), deadline);
}

void Scheduler::set_waiter(const Event& event, loop::Wakeup* waiter) {
    if (!is_descriptor(event)) return;
    loop::Watcher& watcher = watchers_.at(event.fd);
    if (reads(event)) watcher.reader = waiter;
    if (writes(event)) watcher.writer = waiter;
    if (waiter != nullptr && reads(event)) watcher.is_readable = false;
    if (waiter != nullptr && writes(event)) watcher.is_writable = false;
}

// Asked of the event itself: a strand has one wake-up, and a handler's wait inside this one may have used it up, or
// this one's event may have ended that wait.
bool Scheduler::has_happened(const Event& event) {
    switch (event.kind) {
    case Event::Kind::Time: return false;
    case Event::Kind::Answer: return event.lookup->is_done();
    case Event::Kind::Readable: return watchers_.at(event.fd).is_readable;
    case Event::Kind::Writable: return watchers_.at(event.fd).is_writable;
    case Event::Kind::Either: return watchers_.at(event.fd).is_readable || watchers_.at(event.fd).is_writable;
    }
    return false;
}

Waited Scheduler::wait_on_loop(Strand& strand, const Event& event, base::Deadline deadline) {
    if (event.kind == Event::Kind::Answer && has_happened(event)) return Waited::Ready;
    set_waiter(event, &strand.wakeup);
    Waited waited = Waited::Ready;
    while (waited == Waited::Ready && !has_happened(event)) {
        if (loop_.has_phantoms()) watchers_.rebuild_loop();
        // A loop that cannot be had and a descriptor that epoll refuses leave a plain poll.
        if (loop_.open() == nullptr || (is_descriptor(event) && watchers_.arm(event.fd) != 0)) {
            set_waiter(event, nullptr);
            return wait_alone(event, deadline);
        }
        resolver_.run_queued();
        strand.wakeup.is_due = false;
        waited = loop_.turn(strand.wakeup, deadline);
    }
    set_waiter(event, nullptr);
    return has_happened(event) || waited == Waited::Failed ? Waited::Ready : waited;
}

void Scheduler::leave_parents_loop() {
    watchers_.forget_registrations();
    resolver_.forget();
    loop_.forget();
}

void Scheduler::end_request() {
    if (loop_.is_inherited()) leave_parents_loop();
    resolver_.abandon_all();
    watchers_.rebuild_loop();
}

} // namespace uvstream::sched
