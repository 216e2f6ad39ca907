#pragma once

namespace uvstream::loop {

// Counts the forks that this process is the child of, without a system call per question. Whoever holds something
// that does not survive a fork keeps the number it saw and compares. install() is called once per process.
class ForkWatch {
  public:
    static void install();
    static unsigned generation();

    // Whether this process has ever forked or is a child: descriptors may be shared with others.
    static bool may_share();

    // A loop was made, or tried: from now on libuv has a pipe of its own made anew in every child, at once.
    static void libuv_has_begun();
};

} // namespace uvstream::loop
