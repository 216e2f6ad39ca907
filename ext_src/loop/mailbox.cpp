#include "uvstream/loop/mailbox.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <utility>

#ifdef __GLIBC__
#include <netinet/in.h>
#include <resolv.h>
#endif

#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/fork_watch.h"
#include "uvstream/base/stay_loaded.h"

namespace uvstream::loop {

namespace {

// A fork's child gives its new threads the stacks of the parent's, and with them, in glibc, the name server sockets of
// a look-up that was under way: the parent, which shares them, would take the answers.
void forget_parents_sockets() {
#ifdef __GLIBC__
    if (ForkWatch::generation() == 0 || _res.nscount == 0) return; // nothing used yet, nothing to close
    res_nclose(&_res);
    memset(&_res, 0, sizeof(_res)); // as in a new thread: half closed, it crashes the next look-up
#endif
}

void await_threads(const std::vector<Job*>& done) {
    for (const Job* job : done) pthread_join(job->thread, nullptr);
}

} // namespace

Mailbox::Mailbox(uv_loop_t* loop, uv_async_cb on_bell, void* owner) : bell_(new uv_async_t) {
    uv_async_init(loop, bell_, on_bell); // cannot fail: the loop has its descriptor already
    bell_->data = owner;
}

bool Mailbox::start(Job* job) {
    job->mailbox = this;
    // It inherits a full mask, or it would steal the process's signals, from sigtimedwait() for one.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    std::unique_lock<std::mutex> lock(mutex_);
    const bool has_started = pthread_create(&job->thread, nullptr, work, job) == 0;
    if (has_started) running_.push_back(job);
    lock.unlock();
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return has_started;
}

void* Mailbox::work(void* given) {
    auto* const job = static_cast<Job*>(given);
    forget_parents_sockets();
    job->work();
    job->mailbox->put(job);
    return nullptr;
}

void Mailbox::put(Job* job) {
    std::unique_lock<std::mutex> lock(mutex_);
    running_.erase(std::find(running_.begin(), running_.end(), job));
    if (bell_ != nullptr) {
        done_.push_back(job);
        uv_async_send(bell_);
        return;
    }
    delete job;
    if (!running_.empty()) return;
    lock.unlock();
    delete this;
}

std::vector<Job*> Mailbox::take() {
    std::unique_lock<std::mutex> lock(mutex_);
    std::vector<Job*> done = std::exchange(done_, {});
    lock.unlock();
    await_threads(done);
    return done;
}

void Mailbox::close() {
    std::unique_lock<std::mutex> lock(mutex_);
    EventLoop::close_and_delete(std::exchange(bell_, nullptr));
    for (const Job* job : running_) pthread_detach(job->thread);
    const bool is_last = running_.empty();
    if (!is_last) base::stay_loaded(); // for threads that come back from their calls
    const std::vector<Job*> done = std::exchange(done_, {});
    lock.unlock(); // from here on the last of the threads may delete this
    await_threads(done);
    for (const Job* job : done) delete job;
    if (is_last) delete this;
}

} // namespace uvstream::loop
