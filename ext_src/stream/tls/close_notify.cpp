#include "uvstream/stream/tls/close_notify.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_attempt.h"

namespace uvstream::stream {

namespace {

// A peer that reads nothing is not to hold up who has no timeout, nor other strands.
int64_t longest_wait_us(const php_netstream_data_t* socket) {
    constexpr int64_t kLongestUs = 1000000;
    const int64_t us = io_timeout_us(socket);
    const bool has_others = state().scheduler.dispatcher().has_others();
    return us < 0 || (has_others && us > kLongestUs) ? kLongestUs : us;
}

} // namespace

void make_room_for_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls) {
    const int fd = socket->socket;
    if (!tls.blocks || net::readiness_of(fd).to_write) return;
    const int64_t us = longest_wait_us(socket);
    sched::Scheduler& scheduler = state().scheduler;
    if (scheduler.dispatcher().may_switch()) {
        // (Without an owner, for the stream is being closed already. However the wait ends, ext/openssl sends then what
        // fits.)
        (void)net::wait_for(scheduler.current(), sched::Event::writable(fd), base::Deadline::after_us(us));
        return;
    }
    net::set_send_timeout(fd, us);
    net::set_blocking(fd, true);
}

void prepare_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls) {
    if (tls.fork_mark == state().fork_mark()) {
        make_room_for_close_notify(socket, tls);
        return;
    }
    // ext/openssl's close sends one in any case: under this number it finds something that nobody can write to.
    const auto open_nowhere = [] { return open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC); };
    const int fd = socket->socket;
    int nowhere = open_nowhere();
    if (nowhere < 0 && (errno == EMFILE || errno == ENFILE)) {
        close(fd); // no descriptor to spare: take this one's
        nowhere = open_nowhere();
    }
    if (nowhere < 0 || nowhere == fd) return;
    dup2(nowhere, fd);
    close(nowhere);
}

} // namespace uvstream::stream
