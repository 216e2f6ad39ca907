#pragma once

#include <cerrno>
#include <cstdint>

#include <sys/types.h>

#include "uvstream/base/result.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/net/tries.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

// The thread in which a call on the descriptor is to park: it would block in the kernel. Null: the real function is to
// be called.
CallingThread* to_park_on(int fd);

// The tries of one such call, within the socket's own time limit for that direction.
class SocketWait {
  public:
    SocketWait(CallingThread& thread, net::Tries::Direction direction, int fd);

    bool next() { return tries_.next(on_signal_); }

    // What the call has returned; where that is -1, errno says why.
    void fail() { tries_.fail({base::Op::Receive, errno}); }
    void advance() { tries_.advance(); }

    // It is over. errno is what it was, as after a system call that succeeds: PHP's C code looks at it.
    ssize_t succeed(ssize_t result);

    // The same where there is no next try. `timed_out` is the errno of the time limit, `at_end` what a descriptor that
    // will never have anything makes of it: an errno, or 0, which is no error but the end.
    ssize_t give_up(int timed_out = EAGAIN, int at_end = 0);

  private:
    const int errno_before_ = errno;
    const int64_t limit_us_;
    const sched::Waiter waiter_;
    const sched::OnSignal on_signal_;
    net::Tries tries_;
};

} // namespace uvstream::libraries
