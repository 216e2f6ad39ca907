#include "uvstream/net/stand_in.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "uvstream/base/socket_descriptor.h"
#include "uvstream/net/instant.h"
#include "uvstream/net/open_socket.h"

namespace uvstream::net {

namespace {

void put_in_place(int fd, int what) {
    const int flags = fcntl(fd, F_GETFD);
    dup2(what, fd);
    fcntl(fd, F_SETFD, flags);
}

// Of one end of a pair whose other end nobody reads.
void fill_send_buffer(int fd) {
    static const char nothing[16384] = {};
    const int least = 1;
    setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &least, sizeof(least));
    while (send_at_once(fd, nothing, sizeof(nothing)) > 0) {
    }
}

} // namespace

bool StandIn::begin(int fd, const char* data, size_t size) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
    const auto [stand_in, source] = ends;
    set_close_on_exec(stand_in);
    set_close_on_exec(source);
    socket_ = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    const bool is_ready = socket_ >= 0 && send_at_once(source, data, size) == static_cast<ssize_t>(size);
    if (is_ready) {
        fill_send_buffer(stand_in);
        set_blocking(stand_in, false);
        put_in_place(fd, stand_in);
        fd_ = fd;
        source_ = source;
    } else {
        if (socket_ >= 0) close_descriptor(socket_);
        close_descriptor(source);
    }
    close_descriptor(stand_in);
    return is_ready;
}

size_t StandIn::end() const {
    int unread = 0;
    ioctl(fd_, FIONREAD, &unread);
    put_in_place(fd_, socket_);
    close_descriptor(socket_);
    close_descriptor(source_);
    return static_cast<size_t>(unread);
}

} // namespace uvstream::net
