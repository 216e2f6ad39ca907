#include "uvstream/libraries/connection_guard.h"

#include <cerrno>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::libraries {

bool is_connected(int fd) {
    sockaddr_storage peer;
    socklen_t length = sizeof(peer);
    const bool has_peer = fd >= 0 && getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &length) == 0;
    return has_peer && length > sizeof(sa_family_t);
}

bool is_refused(int fd, bool reads, bool writes) {
    CallingThread* const thread = CallingThread::current();
    if (thread == nullptr || fd < 0 || !thread->scheduler.is_awaited(fd, reads, writes) || !is_connected(fd)) {
        return false;
    }
    shutdown(fd, SHUT_RDWR);
    zend::throw_call_of_another_task();
    errno = ECONNRESET;
    return true;
}

int refuse(pollfd* fds, nfds_t count) {
    constexpr short kReads = POLLIN | POLLRDNORM, kWrites = POLLOUT | POLLWRNORM;
    int refused = 0;
    for (pollfd* it = fds; it != fds + count; ++it) {
        it->revents = 0;
        if (!is_refused(it->fd, (it->events & kReads) != 0, (it->events & kWrites) != 0)) continue;
        it->revents = static_cast<short>((it->events & (kReads | kWrites)) | POLLHUP);
        ++refused;
    }
    return refused;
}

} // namespace uvstream::libraries
