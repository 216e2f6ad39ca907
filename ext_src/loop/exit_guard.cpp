#include "uvstream/loop/exit_guard.h"

#include <atomic>
#include <cstdio>
#include <cstdlib> // also says whether this is glibc

#include <dlfcn.h>
#include <unistd.h>

#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/fork_watch.h"

namespace uvstream::loop {

namespace {

// The pool belongs to the process. Which of its forks started it; kNone before anybody did.
constexpr unsigned kNone = ~0u;
std::atomic<unsigned> pool_forks{kNone};

bool is_pool_the_parents() {
    const unsigned started = pool_forks.load(std::memory_order_relaxed);
    return started != kNone && started != ForkWatch::generation();
}

#ifdef __GLIBC__
void end_process(int status, void*) {
    fflush(nullptr);
    _exit(status);
}

void leave_threads_at_exit() {
    // PHP is about to unload us, and with us libuv, whose destructor would run at once: stay loaded until the end.
    Dl_info info;
    if (dladdr(reinterpret_cast<void*>(&end_process), &info) == 0) return;
    if (dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) == nullptr) return;
    on_exit(end_process, nullptr);
}
#else
void leave_threads_at_exit() {}
#endif

} // namespace

PoolUse::PoolUse() {
    pool_forks.store(ForkWatch::generation(), std::memory_order_relaxed);
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
}

PoolUse::~PoolUse() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

void make_exit_safe(bool is_busy) {
    // A pool of the child's own takes the place of the parent's, which libuv has forgotten about but for their ids.
    const bool has_threads = !is_pool_the_parents() || EventLoop::start_threads();
    if (is_busy || !has_threads) leave_threads_at_exit();
}

} // namespace uvstream::loop
