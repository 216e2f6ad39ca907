#include "uvstream/libraries/connection_calls.h"

#include <cerrno>

#include <fcntl.h>

#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/socket_wait.h"
#include "uvstream/net/tries.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

using net::Tries;

int (*accept_real)(int fd, sockaddr* peer, socklen_t* length) = nullptr;
int (*accept4_real)(int fd, sockaddr* peer, socklen_t* length, int flags) = nullptr;
int (*connect_real)(int fd, const sockaddr* to, socklen_t length) = nullptr;
int (*close_real)(int fd) = nullptr;

namespace {

// There is no flag that has it not block, so each try asks before.
template <class Call> int accept(CallingThread& thread, int fd, Call call) {
    SocketWait wait(thread, Tries::Reads, fd);
    while (wait.next()) {
        errno = EAGAIN;
        const int client = net::readiness_of(fd).to_read ? call() : -1;
        if (client < 0) {
            wait.fail();
            continue;
        }
        thread.scheduler.opened(client);
        return static_cast<int>(wait.succeed(client));
    }
    return static_cast<int>(wait.give_up(EAGAIN, EINVAL));
}

int connect_at_once(int fd, const sockaddr* to, socklen_t length) {
    const int flags = fcntl(fd, F_GETFL);
    fcntl(fd, F_SETFL, flags | O_NONBLOCK);
    const int result = connect_real(fd, to, length);
    const base::KeptErrno kept;
    fcntl(fd, F_SETFL, flags);
    return result;
}

} // namespace

int accept_parking(int fd, sockaddr* peer, socklen_t* length) {
    CallingThread* const thread = to_park_on(fd);
    if (thread == nullptr) return accept_real(fd, peer, length);
    return accept(*thread, fd, [=] { return accept_real(fd, peer, length); });
}

int accept4_parking(int fd, sockaddr* peer, socklen_t* length, int flags) {
    CallingThread* const thread = to_park_on(fd);
    if (thread == nullptr) return accept4_real(fd, peer, length, flags);
    return accept(*thread, fd, [=] { return accept4_real(fd, peer, length, flags); });
}

// Once the descriptor is ready the same call says how it has ended, and leaves the socket as a blocking one does. (A
// unix listener's full queue makes nobody ready: then there are pauses between the tries.)
int connect_parking(int fd, const sockaddr* to, socklen_t length) {
    CallingThread* const thread = to_park_on(fd);
    if (thread == nullptr) return connect_real(fd, to, length);
    SocketWait wait(*thread, Tries::Writes, fd);
    int last = EAGAIN;
    while (wait.next()) {
        if (connect_at_once(fd, to, length) == 0) return static_cast<int>(wait.succeed(0));
        last = errno;
        if (last == EINPROGRESS || last == EALREADY) errno = EAGAIN;
        wait.fail();
    }
    return static_cast<int>(wait.give_up(last));
}

int close_telling(int fd) {
    if (CallingThread* const thread = CallingThread::current()) thread->scheduler.closing(fd);
    return close_real(fd);
}

} // namespace uvstream::libraries
