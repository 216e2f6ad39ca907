#include "uvstream/loop/resolver.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <netdb.h>
#ifdef __GLIBC__
#include <netinet/in.h>
#include <resolv.h>
#endif

#include "uvstream/loop/exit_guard.h"

namespace uvstream::loop {

namespace {

void erase(std::deque<Lookup*>& list, Lookup* lookup) { list.erase(std::find(list.begin(), list.end(), lookup)); }

// A fork's child gives its new threads the stacks of the parent's, and with them, in glibc, the name server sockets of
// a look-up that was under way: the parent, which shares them, would take the answers.
void forget_parents_sockets() {
#ifdef __GLIBC__
    if (ForkWatch::generation() == 0 || _res.nscount == 0) return; // nothing used yet, nothing to close
    res_nclose(&_res);
    memset(&_res, 0, sizeof(_res)); // as in a new thread: half closed, it crashes the next look-up
#endif
}

} // namespace

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
        uv_loop_t* loop = loop_.open();
        int failed = UV_EMFILE; // no descriptors for a loop
        if (loop != nullptr) {
            loop->data = this;
            const PoolUse use;
            failed = uv_queue_work(loop, &lookup->request, work, on_done);
        }
        if (failed != 0) {
            lookup->status = EAI_SYSTEM;
            finish(lookup);
        } else {
            lookup->state = Lookup::State::Running;
            ++running_;
        }
    }
}

// In a thread of the pool: touches nothing but the look-up.
void Resolver::work(uv_work_t* request) {
    auto* lookup = reinterpret_cast<Lookup*>(request);
    forget_parents_sockets();
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = lookup->socktype;
    lookup->status = getaddrinfo(lookup->host.c_str(), nullptr, &hints, &lookup->answer);
}

void Resolver::on_done(uv_work_t* request, int) {
    auto* lookup = reinterpret_cast<Lookup*>(request);
    auto* const resolver = static_cast<Resolver*>(request->loop->data);
    if (resolver == nullptr) { // gone before its loop
        destroy(lookup);
        return;
    }
    --resolver->running_;
    resolver->loop_.note_event();
    resolver->finish(lookup);
    resolver->run_queued();
}

void Resolver::finish(Lookup* lookup) {
    if (lookup->is_abandoned) {
        destroy(lookup);
        return;
    }
    lookup->state = Lookup::State::Done;
    if (lookup->waiter != nullptr) lookup->waiter->is_due = true;
}

void Resolver::destroy(Lookup* lookup) {
    if (lookup->answer != nullptr) freeaddrinfo(lookup->answer);
    delete lookup;
}

void Resolver::release(Lookup* lookup) {
    erase(held_, lookup);
    lookup->waiter = nullptr;
    if (lookup->state == Lookup::State::Running) {
        lookup->is_abandoned = true;
        if (loop_.is_inherited()) return;                         // the parent's to finish; here it is left behind
        uv_cancel(reinterpret_cast<uv_req_t*>(&lookup->request)); // takes it out of libuv's queue, if it is still there
        return;
    }
    if (lookup->state == Lookup::State::Queued) erase(queued_, lookup);
    destroy(lookup);
}

void Resolver::abandon_all() {
    while (!held_.empty()) release(held_.front());
}

void Resolver::forget() {
    // The memory of those that nobody waits for is left behind with the loop's.
    for (auto it = held_.rbegin(); it != held_.rend(); ++it) {
        if ((*it)->state != Lookup::State::Running) continue;
        (*it)->state = Lookup::State::Queued;
        queued_.push_front(*it);
    }
    running_ = 0;
}

} // namespace uvstream::loop
