#pragma once

#include <atomic>

namespace uvstream::loop {

// Counts the forks that this process is the child of, without a system call per question. Whoever holds something
// that does not survive a fork keeps the number it saw and compares. install() is called once per process.
class ForkWatch {
  public:
    static void install();
    static unsigned generation() { return forks_.load(std::memory_order_relaxed); }

    // A loop was made, or tried: from now on libuv makes a pipe of its own in every child, within the fork. Before the
    // first such call no child knows of libuv.
    static void libuv_has_begun();

  private:
    static std::atomic<unsigned> forks_; // a process has one fork history, whatever its threads
};

} // namespace uvstream::loop
