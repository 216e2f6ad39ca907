#include "uvstream/loop/resolver.h"

#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "uvstream/base/deadline.h"

namespace uvstream::loop {

using Kind = Question::Kind;
using State = Question::State;

namespace {

// ASCII only, whatever the locale: so are names.
void to_lower_case(std::string& host) {
    for (char& c : host) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
}

bool is_local(std::string_view host) {
    constexpr std::string_view name = "localhost";
    if (!host.empty() && host.back() == '.') host.remove_suffix(1);
    if (host.size() < name.size() || host.substr(host.size() - name.size()) != name) return false;
    return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

// Where there are none left to read a file or ask a server with, glibc says of every name that it does not exist.
bool has_descriptors() {
    const int fd = open("/", O_RDONLY | O_CLOEXEC);
    if (fd >= 0) close(fd);
    return fd >= 0;
}

} // namespace

Resolver::Resolver(EventLoop& loop, const ResolverTimes& times)
    : loop_(loop), slow_us_(times.slow),
      failed_names_(times.remembered, times.failed_lately), slots_{kLocal, kOrdinary, kFailed} {}

Resolver::~Resolver() {
    abandon_all();
    close_mailbox();
}

Lookup* Resolver::start(std::string host, int socktype, Wakeup* waiter) {
    to_lower_case(host);
    const auto found = under_way_.find({host, socktype});
    const bool is_new = found == under_way_.end();
    Question* const question = is_new ? add(std::move(host), socktype) : found->second;
    auto* const lookup = new Lookup{question, waiter, {}};
    lookup->place = question->tickets.insert(question->tickets.end(), lookup);
    if (is_new && answer_at_once(*question)) finish(question);
    run_queued();
    return lookup;
}

Question* Resolver::add(std::string host, int socktype) {
    auto* const question = new Question(std::move(host), socktype);
    question->kind = kind_of(question->host);
    Questions& queued = list_of(*question);
    question->place = queued.insert(queued.end(), question);
    under_way_.emplace(key_of(*question), question);
    return question;
}

bool Resolver::answer_at_once(Question& question) const {
    question.status = failed_names_.status_of(question.host);
    if (question.status != 0) return true;
    // In every form a number begins with a digit. (In IPv6's it never comes here.)
    const bool may_be_number = !question.host.empty() && question.host[0] >= '0' && question.host[0] <= '9';
    if (!may_be_number) return false;
    question.ask(AI_NUMERICHOST);
    return question.status == 0;
}

Kind Resolver::kind_of(const std::string& host) const {
    if (is_local(host)) return Kind::Local;
    return failed_names_.contains(host) ? Kind::Failed : Kind::Ordinary;
}

Questions& Resolver::list_of(const Question& question) {
    Slots& slots = slots_of(question);
    switch (question.state) {
    case State::Queued: return slots.queued;
    case State::Running: return slots.running;
    case State::Done: break;
    }
    return done_;
}

void Resolver::move(Question* question, State state, bool to_front) {
    Questions& from = list_of(*question);
    question->state = state;
    Questions& to = list_of(*question);
    to.splice(to_front ? to.begin() : to.end(), from, question->place);
}

void Resolver::fill_slots() {
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

void Resolver::run(Question* question) {
    move(question, State::Running);
    question->slow_from = base::Deadline::after_us(slow_us_);
    if (start_thread(question)) return;
    question->ask(); // not noted: see has_descriptors()
    finish(question);
}

bool Resolver::start_thread(Question* question) {
    if (mailbox_ == nullptr) {
        uv_loop_t* const loop = loop_.open();
        if (loop == nullptr) return false;
        mailbox_ = new Mailbox(loop, on_bell, this);
    }
    return mailbox_->start(question);
}

void Resolver::on_bell(uv_async_t* bell) {
    auto& resolver = *static_cast<Resolver*>(bell->data);
    resolver.loop_.note_event();
    for (Question* question : resolver.mailbox_->take()) {
        const bool is_true = question->status == 0 || has_descriptors();
        if (is_true) resolver.failed_names_.note(question->host, question->status);
        resolver.finish(question);
    }
    resolver.run_queued();
}

// It is for a turn of the loop only: whoever waits calls run_queued() before each.
void Resolver::set_timer() {
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
    const auto on_timer = [](uv_timer_t* timer) { static_cast<Resolver*>(timer->data)->run_queued(); };
    uv_timer_start(timer_, on_timer, static_cast<uint64_t>(base::Deadline::to_ms(next.left_us())), 0);
}

void Resolver::close_mailbox() {
    if (timer_ != nullptr) EventLoop::close_and_delete(std::exchange(timer_, nullptr));
    if (mailbox_ != nullptr) std::exchange(mailbox_, nullptr)->close();
}

void Resolver::finish(Question* question) {
    under_way_.erase(key_of(*question));
    move(question, State::Done);
    for (const Lookup* lookup : question->tickets) lookup->waiter->wake();
    if (question->tickets.empty()) drop(question);
}

void Resolver::drop(Question* question) {
    if (question->state != State::Done) under_way_.erase(key_of(*question));
    list_of(*question).erase(question->place);
    delete question;
}

void Resolver::release(Lookup* lookup) {
    Question* const question = lookup->question;
    question->tickets.erase(lookup->place);
    delete lookup;
    if (question->tickets.empty() && question->state != State::Running) drop(question);
}

void Resolver::abandon_all(const Wakeup* but) {
    abandon_in_all([but](const Lookup& lookup) { return lookup.waiter != but; });
}

void Resolver::abandon_tickets_of(const Wakeup& waiter) {
    abandon_in_all([&](const Lookup& lookup) { return lookup.waiter == &waiter; });
}

template <class IsGone> void Resolver::abandon_in_all(IsGone is_gone) {
    for (const Slots& slots : slots_) {
        abandon(slots.queued, is_gone);
        abandon(slots.running, is_gone);
    }
    abandon(done_, is_gone);
}

template <class IsGone> void Resolver::abandon(const Questions& questions, IsGone is_gone) {
    for (auto next = questions.begin(); next != questions.end();) {
        Question* const question = *next++; // goes with its last ticket, unless it runs
        auto ticket = question->tickets.begin();
        for (size_t left = question->tickets.size(); left > 0; --left) {
            Lookup* const lookup = *ticket++;
            if (is_gone(*lookup)) release(lookup);
        }
    }
}

void Resolver::forget() {
    // What the parent's threads share is left behind with the loop's memory.
    mailbox_ = nullptr;
    timer_ = nullptr;
    for (Slots& slots : slots_) {
        while (!slots.running.empty()) {
            Question* const question = slots.running.back();
            question->answer = nullptr; // a thread of the parent's may have been writing it
            move(question, State::Queued, true);
            if (question->tickets.empty()) drop(question);
        }
    }
}

} // namespace uvstream::loop
