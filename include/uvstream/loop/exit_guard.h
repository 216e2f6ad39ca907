#pragma once

#include <csignal>

// libuv's destructor joins the threads of its pool when the process ends or we are unloaded. Two things go wrong there:
// in a fork's child the parent's threads do not exist, and joining them crashes; and a thread that hangs in
// getaddrinfo() holds the end of the process for as long as the resolver tries.
namespace uvstream::loop {

// Around every request that may start the pool. Its threads block no signals of their own and would steal them from
// sigtimedwait(): they inherit a full mask.
class PoolUse {
  public:
    PoolUse();
    ~PoolUse();

  private:
    sigset_t before_;
};

// The last thing that a scheduler does, before its module may be unloaded. `is_busy`: a look-up is still running; from
// then on the process ends without the destructors of the libraries, where the C library has on_exit().
void make_exit_safe(bool is_busy);

} // namespace uvstream::loop
