#include "uvstream/sched/scheduler.h"

#include "uvstream/loop/fork_watch.h"

namespace uvstream::sched {

using loop::Waited;

namespace {
bool is_descriptor(const Event& event) {
    return event.kind == Event::Kind::Readable || event.kind == Event::Kind::Writable;
}

bool has_happened(const Event& event) {
    return event.kind == Event::Kind::Answer && event.lookup->state == loop::Lookup::State::Done;
}
} // namespace

Scheduler::Scheduler(InterruptHook hook)
    : watchers(loop_), resolver(loop_), hook_(hook), main_(*this), forks_(loop::ForkWatch::generation()) {}

Woken Scheduler::park(Strand& strand, const Event& event, base::Deadline deadline, OnSignal on_signal) {
    for (;;) {
        // A signal that came since the last opcode has a handler due already: it runs before the wait, not after.
        Handled handled = run_hook(event);
        if (handled == Handled::Nothing) {
            const Waited waited = is_alone() && event.kind != Event::Kind::Answer
                                      ? wait_alone(event, deadline)
                                      : wait_on_loop(strand, event, deadline);
            if (waited == Waited::Ready) return Woken::Ready;
            if (waited == Waited::TimedOut) return Woken::TimedOut;
            handled = run_hook(event);
            if (handled == Handled::Nothing && on_signal == OnSignal::Return) return Woken::Interrupted;
        }
        if (handled == Handled::Threw) return Woken::Cancelled;
        if (is_descriptor(event) && watchers.at(event.fd).is_closing) return Woken::Cancelled;
    }
}

Handled Scheduler::run_hook(const Event& event) {
    if (hook_ == nullptr) return Handled::Nothing;
    if (is_descriptor(event)) ++watchers.at(event.fd).inside;
    const Handled handled = hook_(event);
    if (is_descriptor(event)) --watchers.at(event.fd).inside;
    return handled;
}

loop::Lookup* Scheduler::look_up(Strand& strand, std::string host, int socktype) {
    leave_parents_loop();
    return resolver.start(std::move(host), socktype, &strand.wakeup);
}

bool Scheduler::is_alone() {
    leave_parents_loop();
    return !resolver.is_busy();
}

Waited Scheduler::wait_alone(const Event& event, base::Deadline deadline) {
    const short events = event.kind == Event::Kind::Writable ? POLLOUT : POLLIN;
    return loop::wait_one(event.fd, events, deadline);
}

loop::Wakeup** Scheduler::waiter_slot(const Event& event) {
    if (!is_descriptor(event)) return nullptr;
    loop::Watcher& watcher = watchers.at(event.fd);
    return event.kind == Event::Kind::Readable ? &watcher.reader : &watcher.writer;
}

Waited Scheduler::wait_on_loop(Strand& strand, const Event& event, base::Deadline deadline) {
    strand.wakeup.is_due = false;
    loop::Wakeup** const slot = waiter_slot(event);
    if (slot != nullptr) *slot = &strand.wakeup;
    // A loop that cannot be had and a descriptor that epoll refuses leave a plain poll.
    if (loop_.open() == nullptr || (slot != nullptr && watchers.arm(event.fd) != 0)) {
        if (slot != nullptr) *slot = nullptr;
        return wait_alone(event, deadline);
    }
    Waited waited = Waited::Ready;
    while (!strand.wakeup.is_due && !has_happened(event)) {
        waited = loop_.turn(strand.wakeup, deadline);
        if (waited != Waited::Ready) break;
    }
    // Looked up again: the table may have moved.
    if (loop::Wakeup** const left = waiter_slot(event)) *left = nullptr;
    return waited;
}

void Scheduler::leave_parents_loop() {
    const unsigned forks = loop::ForkWatch::generation();
    if (forks == forks_) return;
    forks_ = forks;
    watchers.forget_registrations();
    resolver.forget();
    loop_.forget();
}

void Scheduler::end_request() {
    leave_parents_loop();
    watchers.forget_waiters();
    resolver.abandon_all();
    watchers.close_all();
    loop_.close();
}

} // namespace uvstream::sched
