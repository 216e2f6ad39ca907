#include "uvstream/loop/resolver.h"

#include <algorithm>
#include <csignal>

#include <netdb.h>

#include "uvstream/loop/exit_guard.h"

namespace uvstream::loop {

namespace {

// libuv's threads block no signals and would steal them from sigtimedwait(): they inherit a full mask from us.
class AllSignalsBlocked {
  public:
    AllSignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~AllSignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_;
};

// libuv has its own numbers for getaddrinfo()'s errors; whoever makes the text wants the C library's.
int to_eai(int status) {
    switch (status) {
    case 0: return 0;
    case UV_EAI_ADDRFAMILY: return EAI_ADDRFAMILY;
    case UV_EAI_AGAIN: return EAI_AGAIN;
    case UV_EAI_BADFLAGS: return EAI_BADFLAGS;
    case UV_EAI_FAIL: return EAI_FAIL;
    case UV_EAI_FAMILY: return EAI_FAMILY;
    case UV_EAI_MEMORY: return EAI_MEMORY;
    case UV_EAI_NODATA: return EAI_NODATA;
    case UV_EAI_NONAME: return EAI_NONAME;
    case UV_EAI_SERVICE: return EAI_SERVICE;
    case UV_EAI_SOCKTYPE: return EAI_SOCKTYPE;
    case UV_ENOMEM: return EAI_MEMORY;
    case UV_EMFILE: return EAI_SYSTEM;
    case UV_EINVAL: // no name, or one too long: libuv refuses it before the C library can
    case UV_ENAMETOOLONG: return EAI_NONAME;
    default: return EAI_FAIL;
    }
}

void erase(std::deque<Lookup*>& list, Lookup* lookup) { list.erase(std::find(list.begin(), list.end(), lookup)); }

} // namespace

Lookup* Resolver::start(std::string host, int socktype, Wakeup* waiter) {
    auto* lookup = new Lookup;
    lookup->resolver = this;
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
        addrinfo hints{};
        hints.ai_family = AF_UNSPEC;
        hints.ai_socktype = lookup->socktype;
        uv_loop_t* loop = loop_.open();
        int failed = UV_EMFILE; // no descriptors for a loop
        if (loop != nullptr) {
            AllSignalsBlocked blocked;
            note_pool_use();
            failed = uv_getaddrinfo(loop, &lookup->request, on_answer, lookup->host.c_str(), nullptr, &hints);
        }
        if (failed != 0) {
            finish(lookup, failed, nullptr);
        } else {
            lookup->state = Lookup::State::Running;
            ++running_;
        }
    }
}

void Resolver::on_answer(uv_getaddrinfo_t* request, int status, addrinfo* answer) {
    auto* lookup = reinterpret_cast<Lookup*>(request);
    Resolver* resolver = lookup->resolver;
    --resolver->running_;
    resolver->finish(lookup, status, answer);
    resolver->run_queued();
}

void Resolver::finish(Lookup* lookup, int status, addrinfo* answer) {
    if (lookup->is_abandoned) {
        uv_freeaddrinfo(answer);
        delete lookup;
        return;
    }
    lookup->state = Lookup::State::Done;
    lookup->status = to_eai(status);
    lookup->answer = answer;
    if (lookup->waiter != nullptr) lookup->waiter->is_due = true;
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
    uv_freeaddrinfo(lookup->answer);
    delete lookup;
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
