#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/stream/buffer_place.h"
#include "uvstream/stream/stream_guard.h"
#include "uvstream/stream/tls.h"
#include "uvstream/stream/tls_wait.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

using sched::Event;
using sched::OnSignal;
using sched::Wants;

// As ext/openssl understands a stream's timeout: 0 is none.
int64_t io_timeout_us(const php_netstream_data_t* socket) {
    const int64_t us = timeout_us(&socket->timeout);
    return us == 0 ? -1 : us;
}

// The outcome of a call into ext/openssl. That it would have to wait it says by errno alone, which a script's error
// handler may have changed; but then there was a warning.
struct Outcome {
    ssize_t bytes;
    bool would_block;
};

template <class Call> Outcome attempt(php_stream* stream, Call call) {
    const zend_object* const before = EG(exception);
    ssize_t bytes = -1;
    int error = 0;
    const Below below = call_below(stream, [&] {
        errno = 0;
        bytes = call();
        error = errno;
    });
    if (!below.has_ended) zend::resume_bailout();
    return {bytes, bytes == 0 && error == EAGAIN && !below.has_warned && EG(exception) == before};
}

base::FirstTry& first_try_of(int fd) { return state().scheduler.watchers.at(fd).first_try; }

// Before an operation, which is to find out anew.
void forget_wants(int fd) {
    tls_memory(fd).wants = Wants::Nothing;
    tls_memory(fd).is_crossed = false;
}

// Of one that may not wait and says 0.
ssize_t come_back_for(php_stream* stream, Wants wants, Wants its_own) {
    set_wants(stream, wants);
    tls_memory(socket_of(stream)->socket).is_crossed = wants != its_own;
    return 0;
}

ssize_t fail_wait(php_netstream_data_t* socket, const base::Error& error) {
    if (error.code == ETIMEDOUT) socket->timeout_event = 1;
    return -1;
}

} // namespace

ssize_t tls_read(php_stream* stream, char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_doomed(stream)) return -1;
    const int fd = socket->socket;
    tls_memory(fd).fork_mark = state().fork_mark();
    forget_wants(fd);
    const bool may_wait = tls_memory(fd).blocks && !zend::has_buffered_data(stream);
    const bool waits_first = may_wait && tls_memory(fd).is_drained && !first_try_of(fd).pays();
    base::LazyDeadline deadline(io_timeout_us(socket));
    const BufferPlace place(stream, buffer, count);
    net::Window into{buffer, count};
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Read);
    if (waits_first) {
        const auto waited = net::wait_for(waits.waiter(), Event::readable(fd), deadline.get(), OnSignal::LookAgain);
        if (!waited.ok()) return fail_wait(socket, waited.error());
    }
    for (bool has_waited = waits_first;; has_waited = true) {
        if (has_waited) into = place.after_wait(into);
        if (into.size == 0) return 0;
        tls_memory(fd).is_drained = false;
        const Outcome got = attempt(stream, [&] { return below(stream).read(stream, into.data, into.size); });
        if (!got.would_block) {
            // A record gives what it has: less than was asked for is all of it.
            tls_memory(fd).is_drained = got.bytes > 0 && static_cast<size_t>(got.bytes) < into.size;
            return got.bytes;
        }
        if (!has_waited) first_try_of(fd).was_in_vain();
        if (!may_wait) {
            const Wants wants = tls_memory(fd).blocks ? Wants::Read : wait.look();
            if (wants != Wants::Nothing) return come_back_for(stream, wants, Wants::Read);
            continue;
        }
        const auto waited = wait.next(deadline.get(), OnSignal::LookAgain);
        if (!waited.ok()) return fail_wait(socket, waited.error());
    }
}

ssize_t tls_write(php_stream* stream, const char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket->socket < 0 || is_doomed(stream)) return -1;
    const int fd = socket->socket;
    // OpenSSL wants a write repeated as it was before it takes another.
    if (tls_memory(fd).is_writing) return zend::refuse_within_write(stream);
    tls_memory(fd).fork_mark = state().fork_mark();
    forget_wants(fd);
    base::LazyDeadline deadline(io_timeout_us(socket));
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Write);
    for (;;) {
        const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, buffer, count); });
        if (!sent.would_block) {
            if (sent.bytes <= 0) tls_memory(fd).is_drained = false; // a read may have that to say, too
            return sent.bytes;
        }
        if (!tls_memory(fd).blocks) { // asked anew: a handler may have changed it
            const Wants wants = wait.look();
            if (wants != Wants::Nothing) return come_back_for(stream, wants, Wants::Write);
            continue;
        }
        base::Result<void> waited;
        tls_memory(fd).is_writing = true;
        const bool has_ended = zend::has_ended([&] { waited = wait.next(deadline.get(), OnSignal::GoOn); });
        tls_memory(fd).is_writing = false;
        if (!has_ended) zend::resume_bailout();
        if (!waited.ok()) return fail_wait(socket, waited.error());
    }
}

int check_tls_liveness(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    tls_memory(fd).is_drained = false; // it may read a record ahead
    if (tls_memory(fd).is_crossed) {   // or take what the last operation is to come back for
        const net::Readiness now = net::readiness_of(fd);
        tls_memory(fd).is_crossed = tls_memory(fd).wants == Wants::Read ? !now.to_read : !now.to_write;
    }
    errno = 0;
    return below(stream).set_option(stream, PHP_STREAM_OPTION_CHECK_LIVENESS, 0, nullptr);
}

bool make_room_for_close_notify(const php_netstream_data_t* socket, const sched::TlsMemory& tls) {
    if (!tls.blocks || net::readiness_of(socket->socket).to_write) return false;
    net::set_send_timeout(socket->socket, io_timeout_us(socket));
    net::set_blocking(socket->socket, true);
    return true;
}

void prepare_close_notify(const php_netstream_data_t* socket, const sched::TlsMemory& tls) {
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
