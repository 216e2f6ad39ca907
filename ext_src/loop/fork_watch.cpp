#include "uvstream/loop/fork_watch.h"

#include <atomic>

#include <pthread.h>

namespace uvstream::loop {

namespace {
// A process has one fork history, whatever its threads; hence these globals.
std::atomic<unsigned> forks{0};
std::atomic<bool> has_forked{false};
} // namespace

void ForkWatch::install() {
    pthread_atfork([] { has_forked.store(true, std::memory_order_relaxed); }, nullptr,
                   [] { forks.fetch_add(1, std::memory_order_relaxed); });
}

unsigned ForkWatch::generation() { return forks.load(std::memory_order_relaxed); }

bool ForkWatch::may_share() { return has_forked.load(std::memory_order_relaxed); }

} // namespace uvstream::loop
