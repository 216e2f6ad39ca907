#include "uvstream/loop/jobs.h"

#include "uvstream/base/deadline.h"

namespace uvstream::loop {

using State = Job::State;

Jobs::Jobs(EventLoop& loop, int64_t slow_us)
    : loop_(loop), slow_us_(slow_us), slots_{kLocal, kOrdinary, kFailed, kCall} {}

Jobs::~Jobs() {
    abandon_all();
    close_mailbox();
}

Ticket* Jobs::start(Job* job, Wakeup* waiter, bool is_done) {
    JobList& queued = list_of(*job);
    job->place = queued.insert(queued.end(), job);
    ++under_way_;
    Ticket* const ticket = join(job, waiter);
    if (is_done) finish(job, false);
    run_queued();
    return ticket;
}

Ticket* Jobs::join(Job* job, Wakeup* waiter) {
    auto* const ticket = new Ticket{job, waiter, {}};
    ticket->place = job->tickets.insert(job->tickets.end(), ticket);
    return ticket;
}

JobList& Jobs::list_of(const Job& job) {
    Slots& slots = slots_of(job);
    switch (job.state) {
    case State::Queued: return slots.queued;
    case State::Running: return slots.running;
    case State::Done: break;
    }
    return done_;
}

void Jobs::move(Job* job, State state, bool to_front) {
    JobList& from = list_of(*job);
    job->state = state;
    JobList& to = list_of(*job);
    to.splice(to_front ? to.begin() : to.end(), from, job->place);
}

void Jobs::fill_slots() {
    bool is_idle = true;
    for (Slots& slots : slots_) {
        while (!slots.queued.empty() && slots.has_free()) run(slots.queued.front());
        is_idle = is_idle && slots.running.empty();
    }
    if (is_idle) {
        close_mailbox();
    } else {
        set_timer();
    }
}

void Jobs::run(Job* job) {
    move(job, State::Running);
    job->slow_from = base::Deadline::after_us(slow_us_);
    if (start_thread(job)) return;
    job->work();
    finish(job, false);
}

bool Jobs::start_thread(Job* job) {
    if (mailbox_ == nullptr) {
        uv_loop_t* const loop = loop_.open();
        if (loop == nullptr) return false;
        mailbox_ = new Mailbox(loop, on_bell, this);
    }
    return mailbox_->start(job);
}

void Jobs::on_bell(uv_async_t* bell) {
    auto& jobs = *static_cast<Jobs*>(bell->data);
    jobs.loop_.note_event();
    for (Job* job : jobs.mailbox_->take()) jobs.finish(job, true);
    jobs.run_queued();
}

// It is for a turn of the loop only: whoever waits calls run_queued() before each.
void Jobs::set_timer() {
    auto next = base::Deadline::never();
    for (const Slots& slots : slots_) {
        if (!slots.queued.empty()) next = base::Deadline::earlier(next, slots.next_free());
    }
    if (next.is_never()) return;
    uv_loop_t* const loop = loop_.open();
    if (timer_ == nullptr) {
        timer_ = new uv_timer_t;
        uv_timer_init(loop, timer_);
        timer_->data = this;
    }
    uv_update_time(loop); // the timer counts from there
    const auto on_timer = [](uv_timer_t* timer) { static_cast<Jobs*>(timer->data)->run_queued(); };
    uv_timer_start(timer_, on_timer, static_cast<uint64_t>(base::Deadline::to_ms(next.left_us())), 0);
}

void Jobs::close_mailbox() {
    if (timer_ != nullptr) EventLoop::close_and_delete(std::exchange(timer_, nullptr));
    if (mailbox_ != nullptr) std::exchange(mailbox_, nullptr)->close();
}

void Jobs::finish(Job* job, bool by_thread) {
    job->leave(by_thread);
    --under_way_;
    move(job, State::Done);
    for (const Ticket* ticket : job->tickets) ticket->waiter->wake();
    if (job->tickets.empty()) drop(job);
}

void Jobs::drop(Job* job) {
    if (job->state != State::Done) {
        job->leave(false);
        --under_way_;
    }
    list_of(*job).erase(job->place);
    delete job;
}

void Jobs::release(Ticket* ticket) {
    Job* const job = ticket->job;
    job->tickets.erase(ticket->place);
    delete ticket;
    if (job->tickets.empty() && job->state != State::Running) drop(job);
}

void Jobs::abandon_all(const Wakeup* but) {
    abandon_in_all([but](const Ticket& ticket) { return ticket.waiter != but; });
}

void Jobs::abandon_tickets_of(const Wakeup& waiter) {
    abandon_in_all([&](const Ticket& ticket) { return ticket.waiter == &waiter; });
}

template <class IsGone> void Jobs::abandon_in_all(IsGone is_gone) {
    for (const Slots& slots : slots_) {
        abandon(slots.queued, is_gone);
        abandon(slots.running, is_gone);
    }
    abandon(done_, is_gone);
}

template <class IsGone> void Jobs::abandon(const JobList& jobs, IsGone is_gone) {
    for (auto next = jobs.begin(); next != jobs.end();) {
        Job* const job = *next++; // goes with its last ticket, unless it runs
        auto it = job->tickets.begin();
        for (size_t left = job->tickets.size(); left > 0; --left) {
            Ticket* const ticket = *it++;
            if (is_gone(*ticket)) release(ticket);
        }
    }
}

void Jobs::forget() {
    // What the parent's threads share is left behind with the loop's memory.
    mailbox_ = nullptr;
    timer_ = nullptr;
    for (Slots& slots : slots_) {
        while (!slots.running.empty()) {
            Job* const job = slots.running.back();
            job->renew();
            move(job, State::Queued, true);
            if (job->tickets.empty()) drop(job);
        }
    }
}

} // namespace uvstream::loop
