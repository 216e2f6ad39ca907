#include "uvstream/libraries/socket_wait.h"

#include <sys/socket.h>
#include <sys/time.h>

#include "uvstream/base/kept_errno.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

namespace {

// In microseconds, as SO_RCVTIMEO or SO_SNDTIMEO says; negative: none.
int64_t time_limit_of(int fd, net::Tries::Direction direction) {
    timeval limit{};
    socklen_t size = sizeof(limit);
    const int option = direction == net::Tries::Reads ? SO_RCVTIMEO : SO_SNDTIMEO;
    if (getsockopt(fd, SOL_SOCKET, option, &limit, &size) != 0) return -1;
    const int64_t us = int64_t{limit.tv_sec} * 1000000 + limit.tv_usec;
    return us > 0 ? us : -1;
}

// Of a wait that was cancelled, or whose descriptor was closed. (EINPROGRESS is the one that ext/sockets warns of in no
// function.)
int errno_of_cancelled() { return EG(exception) != nullptr ? EINPROGRESS : ECANCELED; }

} // namespace

CallingThread* to_park_on(int fd) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr) return nullptr;
    const base::KeptErrno kept;
    return net::is_blocking(fd) ? thread : nullptr;
}

// A call with a time limit the kernel does not restart after a signal, whatever its handler says.
SocketWait::SocketWait(CallingThread& thread, net::Tries::Direction direction, int fd)
    : limit_us_(time_limit_of(fd, direction)), waiter_(thread.scheduler.current()),
      on_signal_(limit_us_ > 0 ? sched::OnSignal::Return : thread.on_signal()),
      tries_(waiter_, direction, fd, net::Tries::Parks, base::LazyDeadline(limit_us_)) {}

ssize_t SocketWait::succeed(ssize_t result) {
    tries_.pass_on();
    errno = errno_before_;
    return result;
}

ssize_t SocketWait::give_up(int timed_out, int at_end) {
    const auto& [op, code] = tries_.error();
    const bool is_of_wait = op == base::Op::Wait;
    if (is_of_wait && code == ESHUTDOWN && at_end == 0) return succeed(0);
    errno = code;
    if (is_of_wait && code == ESHUTDOWN) errno = at_end;
    if (is_of_wait && code == ETIMEDOUT) errno = timed_out;
    if (is_of_wait && code == ECANCELED) errno = errno_of_cancelled();
    return -1;
}

} // namespace uvstream::libraries
