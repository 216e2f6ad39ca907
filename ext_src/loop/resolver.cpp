#include "uvstream/loop/resolver.h"

#include <algorithm>
#include <utility>

namespace uvstream::loop {

namespace {

void erase(std::deque<Lookup*>& list, Lookup* lookup) { list.erase(std::find(list.begin(), list.end(), lookup)); }

} // namespace

Resolver::~Resolver() {
    abandon_all();
    close_mailbox();
}

Lookup* Resolver::start(std::string host, int socktype, Wakeup* waiter) {
    auto* lookup = new Lookup;
    lookup->host = std::move(host);
    lookup->socktype = socktype;
    lookup->waiter = waiter;
    held_.push_back(lookup);
    queued_.push_back(lookup);
    run_queued();
    return lookup;
}

void Resolver::run_queued() {
    while (running_ < kMostRunning && !queued_.empty()) {
        Lookup* lookup = queued_.front();
        queued_.pop_front();
        if (run_in_thread(lookup)) continue;
        lookup->run();
        finish(lookup);
    }
    if (running_ == 0) close_mailbox();
}

bool Resolver::run_in_thread(Lookup* lookup) {
    if (mailbox_ == nullptr) {
        uv_loop_t* const loop = loop_.open();
        if (loop == nullptr) return false;
        mailbox_ = new Mailbox(loop, on_bell, this);
    }
    if (!mailbox_->start(lookup)) return false;
    lookup->state = Lookup::State::Running;
    ++running_;
    return true;
}

void Resolver::on_bell(uv_async_t* bell) {
    auto& resolver = *static_cast<Resolver*>(bell->data);
    resolver.loop_.note_event();
    for (Lookup* lookup : resolver.mailbox_->take()) {
        --resolver.running_;
        resolver.finish(lookup);
    }
    resolver.run_queued();
}

void Resolver::close_mailbox() {
    if (mailbox_ != nullptr) std::exchange(mailbox_, nullptr)->close();
}

void Resolver::finish(Lookup* lookup) {
    if (lookup->is_abandoned) {
        delete lookup;
        return;
    }
    lookup->state = Lookup::State::Done;
    if (lookup->waiter != nullptr) lookup->waiter->is_due = true;
}

void Resolver::release(Lookup* lookup) {
    erase(held_, lookup);
    lookup->waiter = nullptr;
    if (lookup->state == Lookup::State::Running) {
        lookup->is_abandoned = true; // in a fork's child it is the parent's to finish, and left behind here
        return;
    }
    if (lookup->state == Lookup::State::Queued) erase(queued_, lookup);
    delete lookup;
}

void Resolver::abandon_all() {
    while (!held_.empty()) release(held_.front());
}

void Resolver::forget() {
    // What the parent's threads use is left behind with the loop's memory.
    mailbox_ = nullptr;
    running_ = 0;
    for (auto it = held_.rbegin(); it != held_.rend(); ++it) {
        if ((*it)->state != Lookup::State::Running) continue;
        (*it)->state = Lookup::State::Queued;
        (*it)->answer = nullptr;
        queued_.push_front(*it);
    }
}

} // namespace uvstream::loop
