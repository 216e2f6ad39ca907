#include "uvstream/net/instant.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "uvstream/base/kept_errno.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"

namespace uvstream::net {

namespace {

ssize_t would_wait() {
    errno = EAGAIN;
    return -1;
}

// Whether the system has that call, for this file.
[[maybe_unused]] bool is_answer(ssize_t done) {
    return done >= 0 || (errno != EOPNOTSUPP && errno != ENOSYS && errno != EPERM);
}

// Open the other way only: it fails, and never is ready.
bool is_open_only(int fd, int way) { return (fcntl(fd, F_GETFL) & O_ACCMODE) == way; }

} // namespace

ssize_t read_at_once(int fd, char* data, size_t size) {
#ifdef RWF_NOWAIT
    const iovec into{data, size};
    const ssize_t got = preadv2(fd, &into, 1, -1, RWF_NOWAIT);
    if (is_answer(got)) return got;
#endif
    const bool is_ready = readiness_of(fd).to_read || is_open_only(fd, O_WRONLY);
    return is_ready ? read(fd, data, size) : would_wait();
}

ssize_t write_at_once(int fd, const char* data, size_t size) {
#ifdef RWF_NOWAIT
    const iovec from{const_cast<char*>(data), size};
    const ssize_t sent = pwritev2(fd, &from, 1, -1, RWF_NOWAIT);
    if (is_answer(sent)) return sent;
#endif
    const bool is_ready = readiness_of(fd).to_write || is_open_only(fd, O_RDONLY);
    return is_ready ? write(fd, data, std::min(size, size_t{PIPE_BUF})) : would_wait();
}

ssize_t send_at_once(int fd, const void* data, size_t size, int flags, const sockaddr* to, socklen_t to_size) {
#if defined(__linux__) || defined(__FreeBSD__)
    return sendto(fd, data, size, flags | MSG_DONTWAIT, to, to_size);
#else
    // macOS heeds MSG_DONTWAIT where it receives only.
    const bool blocks = is_blocking(fd);
    if (blocks) set_blocking(fd, false);
    const ssize_t sent = sendto(fd, data, size, flags, to, to_size);
    const base::KeptErrno kept;
    if (blocks) set_blocking(fd, true);
    return sent;
#endif
}

} // namespace uvstream::net
