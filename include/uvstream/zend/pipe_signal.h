#pragma once

#include <csignal>

namespace uvstream::zend {

// SIGPIPE, which a library may ignore for as long as a call of it takes, whoever else runs while that waits. It is the
// process's: what a strand's call has set is put back while the strand is away, and set again.
class PipeSignal {
  public:
    static bool is_as_it_was() { return depth_ == 0; }

    // The running strand's calls lie within each other.
    static int begin(const struct sigaction* ignored);
    static int end();

    // The thread's request has ended: a fatal error may have jumped out of a call.
    static void forget() { depth_ = 0; }

    void take();
    void put() const;

  private:
    static thread_local unsigned depth_;
    static thread_local struct sigaction before_; // the first of them

    unsigned its_depth_;
    struct sigaction ignored_;
};

} // namespace uvstream::zend
