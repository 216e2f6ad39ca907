#include "uvstream/sched/dispatcher.h"

#include <utility>

#include "uvstream/sched/exclusive.h"

namespace uvstream::sched {

using base::Deadline;
using loop::Waited;

void Dispatcher::add(Strand& strand) {
    strand.parking.next_known = known_;
    if (known_ != nullptr) known_->parking.previous_known = &strand;
    known_ = &strand;
    ++strands_;
    if (main_ == nullptr) main_ = running_ = signal_strand_ = &strand;
    if (longest_hold_us_ > 0 && strands_ == 2) held_since_us_ = base::now_us();
}

void Dispatcher::remove(Strand& strand) {
    strand.records.hand_on();
    drop_waits(strand);
    timers_.remove(strand);
    jobs_.abandon(strand);
    if (signal_strand_ == &strand) signal_strand_ = main_;
    if (strand.parking.is_forgotten) return;
    strand.parking.is_forgotten = true;
    (strand.parking.previous_known != nullptr ? strand.parking.previous_known->parking.next_known : known_) =
        strand.parking.next_known;
    if (strand.parking.next_known != nullptr)
        strand.parking.next_known->parking.previous_known = strand.parking.previous_known;
    --strands_;
}

// Of one that will not go on with them; and what it has, others may have.
void Dispatcher::drop_waits(Strand& strand) {
    end_wait(strand);
    Exclusive::give_back_all(strand);
}

bool Dispatcher::may_switch() const { return switcher_ != nullptr && no_switch_ == 0 && switcher_->may_switch(); }

void Dispatcher::begin_wait(Strand& strand, const Event& event) {
    strand.parking.is_parked = true;
    note_wait(strand, event);
    strand.parking.has_signal = false; // one of before: its handler has run
    strand.parking.wakes = 0;
}

void Dispatcher::end_wait(Strand& strand) {
    strand.records.drop();
    strand.parking.is_parked = false;
    strand.parking.due = Deadline::never(); // the heap finds out
    ready_.remove(strand);
}

// What ends a wait that is not over: the deadline before the limit, which is further out, and both before a
// cancellation.
Woken Dispatcher::end_of(const Strand& strand, Deadline deadline) {
    if (strand.parking.is_late) return strand.limit < deadline ? Woken::LimitPassed : Woken::TimedOut;
    if (strand.records.is_any_closed()) return Woken::Closed;
    if (strand.parking.is_cancelled) return Woken::Cancelled;
    if (strand.parking.has_signal) return Woken::Interrupted;
    return strand.parking.is_deadlocked ? Woken::Deadlocked : Woken::Ready;
}

Woken Dispatcher::stay_parked(Strand& strand, const Event& event, Deadline deadline, bool switches,
                              bool (*has_happened)(void*), void* argument) {
    begin_wait(strand, event);
    if (runs_handlers(strand)) signals_told_ = signals_;
    const Deadline due = Deadline::earlier(deadline, strand.limit);
    strand.parking.is_late = false;
    if (switches) timers_.set(strand, due);
    Woken woken = Woken::Ready;
    while (!has_happened(argument) && (woken = end_of(strand, deadline)) == Woken::Ready) {
        if (switches) {
            run_others(strand);
        } else {
            turn_for(strand, due);
        }
    }
    strand.parking.has_signal = strand.parking.is_deadlocked = false;
    strand.parking.was_first = strand.records.are_first();
    end_wait(strand);
    return woken;
}

void Dispatcher::stay_until(Strand& strand, const bool& flag) {
    begin_wait(strand, Event::set(flag));
    while (!flag) run_others(strand);
    end_wait(strand);
}

void Dispatcher::stay_until(Strand& strand, Deadline time) {
    begin_wait(strand, Event::time());
    strand.parking.is_late = false;
    timers_.set(strand, time);
    while (!strand.parking.is_late) run_others(strand);
    end_wait(strand);
}

// Comes back when the strand was woken, and it is its turn.
void Dispatcher::run_others(Strand& strand) {
    end_hold(strand);
    Strand& next = take_ready();
    if (&next == &strand) return begin_hold();
    run(next);
    switcher_->switch_to(strand, next);
    running_ = &strand; // again: a strand may be entered by ways that are not ours
}

// Turns the loop until there is one.
Strand& Dispatcher::take_ready() {
    if (const unsigned come = signals_; std::exchange(signals_told_, come) != come) give_signal();
    // One look at the loop for each pass over the queue, however it refills.
    if (!ready_.is_empty() && left_of_pass_ == 0) take_turn(Deadline::now());
    while (ready_.is_empty()) {
        look_for_deadlock();
        take_turn(ready_.is_empty() ? timers_.earliest() : Deadline::now());
    }
    if (left_of_pass_ == 0) left_of_pass_ = ready_.size();
    --left_of_pass_;
    return *ready_.pop();
}

// For whoever becomes ready.
void Dispatcher::take_turn(Deadline deadline) {
    if (turn(ready_.size(), deadline) == Waited::Interrupted) give_signal();
    timers_.wake_due(counts_.lag);
}

// Others may become ready meanwhile, and wait for their turn.
void Dispatcher::turn_for(Strand& strand, Deadline due) {
    strand.parking.wakes = 0;
    const Waited waited = turn(strand.parking.wakes, due);
    if (waited == Waited::TimedOut && due.passed()) strand.parking.is_late = true;
    if (waited == Waited::Interrupted) give_signal();
    ready_.remove(strand);
}

void Dispatcher::prepare_turn() {
    if (loop_.has_phantoms() && !jobs_.is_busy()) watchers_.renew_loop();
    jobs_.run_queued();
}

Waited Dispatcher::turn(const size_t& woken, Deadline deadline) {
    prepare_turn();
    ++counts_.turns;
    const Waited waited = loop_.open() != nullptr ? loop_.turn(woken, deadline) : loop::wait_one(-1, 0, deadline);
    if (waited == Waited::Failed) loop::pause_after_refusal(deadline);
    return waited;
}

void Dispatcher::give_signal() {
    signal_strand_->parking.has_signal = true;
    signal_strand_->wake();
}

void Dispatcher::look_for_deadlock() {
    if (timers_.is_any_wanted() || jobs_.is_busy()) return;
    for (const Strand* strand = known_; strand != nullptr; strand = strand->parking.next_known) {
        if (strand->records.await_kernel()) return;
    }
    if (switcher_ != nullptr) switcher_->fail(*signal_strand_);
    signal_strand_->parking.is_deadlocked = true;
    signal_strand_->wake();
}

void Dispatcher::run(Strand& strand) {
    ++counts_.switches;
    running_ = &strand;
    begin_slice();
    begin_hold();
}

void Dispatcher::begin_hold() {
    if (longest_hold_us_ > 0) held_since_us_ = base::now_us();
}

void Dispatcher::watch_holds(int64_t longest_us, Hold tell) {
    longest_hold_us_ = longest_us;
    hold_ = tell;
}

void Dispatcher::tell_hold(Strand& strand) {
    const int64_t since_us = std::exchange(held_since_us_, 0);
    if (since_us == 0 || !has_others()) return;
    const int64_t held_us = base::now_us() - since_us;
    if (held_us >= longest_hold_us_) hold_(strand, held_us);
}

void Dispatcher::begin_slice() {
    operations_ = 0;
    slice_end_ = Deadline::never();
}

void Dispatcher::yield(Strand& strand) {
    begin_wait(strand, Event::turn());
    ready_.push(strand);
    run_others(strand);
    end_wait(strand);
}

bool Dispatcher::is_slice_over() {
    if (slice_end_.is_never()) slice_end_ = Deadline::after_us(kLongestSliceUs);
    const bool is_due = operations_ >= kMostInARow || slice_end_.passed();
    if (!is_due || !may_switch()) return false;
    begin_slice();
    return true;
}

Strand& Dispatcher::leave(Strand& strand) {
    remove(strand);
    run(take_ready());
    return *running_;
}

void Dispatcher::leave_to(Strand& strand, Strand& next) {
    remove(strand);
    ready_.remove(next);
    if (&next == main_) remember_main();
    run(next);
}

void Dispatcher::forget_others(void (*tell)(Strand&)) {
    for (Strand* strand = known_; strand != nullptr; strand = strand->parking.next_known) {
        if (strand == running_) continue;
        end_wait(*strand);
        strand->parking.is_forgotten = true;
        if (tell != nullptr) tell(*strand);
        if (switcher_ != nullptr && switcher_->forgotten != nullptr) switcher_->forgotten(*strand);
        Exclusive::give_back_all(*strand); // behind those who ask what it was in
    }
    known_ = signal_strand_ = running_;
    running_->parking.next_known = running_->parking.previous_known = nullptr;
    strands_ = 1;
    timers_.clear();
}

void Dispatcher::remember_main() {
    if (!std::exchange(main_->parking.is_forgotten, false)) return;
    main_->parking.next_known = main_->parking.previous_known = nullptr;
    add(*main_);
}

void Dispatcher::reset() {
    remember_main();
    running_ = signal_strand_ = main_;
    signals_told_ = signals_;
    no_switch_ = 0;
    counts_ = {};
    held_since_us_ = 0;
    for (Strand* strand = known_; strand != nullptr; strand = strand->parking.next_known) drop_waits(*strand);
    timers_.clear();
}

} // namespace uvstream::sched
