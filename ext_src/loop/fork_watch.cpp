#include "uvstream/loop/fork_watch.h"

#include <atomic>

#include <pthread.h>

#include "uvstream/loop/low_numbers.h"

namespace uvstream::loop {

namespace {
// A process has one fork history, whatever its threads; hence these globals.
std::atomic<unsigned> forks{0};
std::atomic<bool> has_forked{false};

std::atomic<bool> has_libuv{false};
LowNumbers* kept_from_libuv = nullptr; // in a child, while libuv makes its pipe
} // namespace

void ForkWatch::install() {
    pthread_atfork([] { has_forked.store(true, std::memory_order_relaxed); }, nullptr,
                   [] {
                       forks.fetch_add(1, std::memory_order_relaxed);
                       if (has_libuv.load(std::memory_order_relaxed)) kept_from_libuv = new LowNumbers;
                   });
}

unsigned ForkWatch::generation() { return forks.load(std::memory_order_relaxed); }

bool ForkWatch::may_share() { return has_forked.load(std::memory_order_relaxed); }

// A child runs what was asked for first first: install(), libuv, this.
void ForkWatch::libuv_has_begun() {
    if (has_libuv.exchange(true, std::memory_order_relaxed)) return;
    pthread_atfork(nullptr, nullptr, [] {
        delete kept_from_libuv;
        kept_from_libuv = nullptr;
    });
}

} // namespace uvstream::loop
