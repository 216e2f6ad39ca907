#include "uvstream/loop/fork_watch.h"

#include <atomic>

#include <pthread.h>

#include "uvstream/loop/low_numbers.h"

namespace uvstream::loop {

namespace {
// In a child, while libuv makes its pipe there, the low numbers are taken. The system calls such handlers in the order
// in which they were registered: install()'s, which takes them; libuv's, by its first loop; libuv_has_begun()'s.
std::atomic<bool> has_libuv{false};
LowNumbers* kept_from_libuv = nullptr;
} // namespace

std::atomic<unsigned> ForkWatch::forks_{0};

void ForkWatch::install() {
    pthread_atfork(nullptr, nullptr, [] {
        forks_.fetch_add(1, std::memory_order_relaxed);
        if (has_libuv.load(std::memory_order_relaxed)) kept_from_libuv = new LowNumbers;
    });
}

void ForkWatch::libuv_has_begun() {
    if (has_libuv.exchange(true, std::memory_order_relaxed)) return;
    pthread_atfork(nullptr, nullptr, [] {
        delete kept_from_libuv;
        kept_from_libuv = nullptr;
    });
}

} // namespace uvstream::loop
