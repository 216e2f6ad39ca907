#include "uvstream/stream/plain/read_write.h"

#include <cerrno>

#include "uvstream/base/deadline.h"
#include "uvstream/base/result.h"
#include "uvstream/net/transfer.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/buffer_place.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/tls/tls_read.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

void note_progress(php_stream* stream, size_t bytes) {
    php_stream_context* const context = PHP_STREAM_CONTEXT(stream);
    if (bytes == 0 || context == nullptr || context->notifier == nullptr) return;
    const auto notify = [=] { php_stream_notify_progress_increment(context, bytes, 0); };
    if (!call_guarded(stream, notify)) zend::resume_bailout();
}

ssize_t fail_write(php_stream* stream, size_t count, int error) {
    return report_guarded(stream, [=] { return zend::fail_write(stream, count, error); });
}

ssize_t refuse_within_handshake(php_stream* stream) {
    return report_guarded(stream, [=] { return zend::refuse_within_handshake(stream); });
}

// Set while stream_get_contents() itself, and no user code within it, reads or asks for the end.
WholeRead* whole_read_of(const php_stream* stream) {
    WholeRead& whole = notes().whole_read;
    const zend_execute_data* const now = EG(current_execute_data);
    // (The function, too: after a fatal error the call that we know has ended, and another may have its place.)
    return whole.stream == stream && whole.call == now && now != nullptr && whole.function == now->func ? &whole
                                                                                                        : nullptr;
}

// Whether a read that finds the end leaves the stream as asking for it would: with TLS it may warn, with a filter it
// brings what that keeps for the end, and it forgets a timeout. A php://fd stream may be a listener's: a read waits for
// somebody to come, and the question says that it is at its end.
bool is_read_as_good(const php_stream* stream) {
    return ops_of(stream).tls == Tls::Off && !php_stream_is_filtered(stream) && !socket_of(stream)->timeout_event &&
           stream->wrapper == nullptr;
}

} // namespace

ssize_t op_read(php_stream* stream, char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket == nullptr || socket->socket == -1) return -1;
    const int fd = socket->socket;
    Descriptor& its = descriptor(fd);
    if (is_closing(its, stream)) return -1;
    if (its.in_handshake) return refuse_within_handshake(stream);

    bool wait = socket->is_blocked;
    if (wait) {
        const bool is_zero = socket->timeout.tv_sec == 0 && socket->timeout.tv_usec == 0;
        if (zend::has_buffered_data(stream) || (is_zero && zend::kZeroTimeoutMeansNoWait)) {
            wait = false;
        } else {
            socket->timeout_event = 0;
        }
    }
    WholeRead* const whole = whole_read_of(stream);
    if (whole != nullptr && whole->is_dry && !wait) return 0;
    BufferPlace place(stream, buffer, count);
    const Waits waits(stream);
    const auto got = net::read_some(waits.waiter(), {fd, its.memory}, {buffer, count}, wait,
                                    timeout_us(&socket->timeout), place.refit());
    if (got.ok()) {
        // A datagram may be empty; only a byte stream ends with nothing.
        if (got.value() == 0 && (!ops_of(stream).is_datagram() || its.is_read_shut)) stream->eof = 1;
        if (whole != nullptr) whole->has_read = true;
        note_progress(stream, got.value());
        return static_cast<ssize_t>(got.value());
    }
    const base::Error& error = got.error();
    if (error.code == EAGAIN) return 0;
    if (error.op == base::Op::Wait) {
        if (error.code == ETIMEDOUT) socket->timeout_event = 1;
        return -1;
    }
    stream->eof = 1;
    return -1;
}

ssize_t op_write(php_stream* stream, const char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket == nullptr || socket->socket == -1) return 0;
    const Descriptor& its = descriptor(socket->socket);
    if (is_closing(its, stream)) return -1;
    if (its.in_handshake) return refuse_within_handshake(stream);
    const Waits waits(stream);
    const auto sent = net::write_some(waits.waiter(), socket->socket, buffer, count, socket->is_blocked,
                                      timeout_us(&socket->timeout));
    if (sent.ok()) {
        note_progress(stream, sent.value());
        return static_cast<ssize_t>(sent.value());
    }
    const base::Error& error = sent.error();
    if (error.code == ECANCELED) return -1;
    if (error.op == base::Op::Wait) {
        socket->timeout_event = 1;
    } else if (error.code == EAGAIN) {
        return 0;
    }
    return fail_write(stream, count, error.code);
}

int check_liveness(php_stream* stream, int wait_s) {
    const auto* socket = socket_of(stream);
    if (socket->socket == -1) return PHP_STREAM_OPTION_RETURN_ERR;
    const int fd = socket->socket;
    // Asked about a listener, stock looks whether it is readable first; a recv() on it would say ENOTCONN.
    const bool peeks_at_once = wait_s == 0 && (stream->flags & PHP_STREAM_FLAG_NO_IO) == 0;
    WholeRead* const whole = peeks_at_once ? whole_read_of(stream) : nullptr;
    if (whole != nullptr && !whole->has_read && is_read_as_good(stream)) return PHP_STREAM_OPTION_RETURN_OK;
    if (!peeks_at_once) {
        const timeval seconds{wait_s, 0};
        const timeval* const timeout = wait_s == -1 ? &socket->timeout : &seconds;
        const int64_t wait_us =
            wait_s == -1 && socket->timeout.tv_sec == -1 ? default_timeout_us() : timeout_us(timeout);
        const Waits waits(stream);
        const auto waited =
            net::wait_for(waits.waiter(), sched::Event::readable(fd), base::Deadline::after_us(wait_us));
        if (!waited.ok()) return PHP_STREAM_OPTION_RETURN_OK;
    }
    if (ops_of(stream).tls == Tls::Active) return check_tls_liveness(stream);
    char byte;
    const ssize_t got = recv(fd, &byte, sizeof(byte), MSG_PEEK | MSG_DONTWAIT);
    if (whole != nullptr) whole->is_dry = got < 0;
    const bool is_end = got == 0 && (!ops_of(stream).is_datagram() || descriptor(fd).is_read_shut);
    const bool is_broken = got < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EMSGSIZE && errno != EINTR;
    return is_end || is_broken ? PHP_STREAM_OPTION_RETURN_ERR : PHP_STREAM_OPTION_RETURN_OK;
}

} // namespace uvstream::stream
