#include "uvstream/stream/tls/close_notify.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_attempt.h"

namespace uvstream::stream {

void make_room_for_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls) {
    if (!tls.blocks || net::readiness_of(socket->socket).to_write) return;
    net::set_send_timeout(socket->socket, io_timeout_us(socket));
    net::set_blocking(socket->socket, true);
}

void prepare_close_notify(const php_netstream_data_t* socket, const TlsMemory& tls) {
    if (tls.fork_mark == state().fork_mark()) {
        make_room_for_close_notify(socket, tls);
        return;
    }
    // It would end the connection of the process that has got it by a fork: let it go to what nobody can write to.
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
