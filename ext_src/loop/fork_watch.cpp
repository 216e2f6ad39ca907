#include "uvstream/loop/fork_watch.h"

#include <atomic>

#include <pthread.h>

namespace uvstream::loop {

namespace {
// A process has one fork history, whatever its threads; hence the one global of this layer.
std::atomic<unsigned> forks{0};
} // namespace

void ForkWatch::install() {
    pthread_atfork(nullptr, nullptr, [] { forks.fetch_add(1, std::memory_order_relaxed); });
}

unsigned ForkWatch::generation() { return forks.load(std::memory_order_relaxed); }

} // namespace uvstream::loop
