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
#include "uvstream/stream/tls/behind_handshake.h"
#include "uvstream/stream/tls/tls_read.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/taking.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

// (Not inlined: hardly a stream has a notifier, and each read and write would save registers for this.)
zend_never_inline void notify(php_stream* stream, php_stream_context* context, size_t bytes) {
    const auto call = [=] { php_stream_notify_progress_increment(context, bytes, 0); };
    if (!call_guarded(stream, call)) zend::resume_bailout();
}

void note_progress(php_stream* stream, size_t bytes) {
    php_stream_context* const context = PHP_STREAM_CONTEXT(stream);
    if (bytes > 0 && context != nullptr && context->notifier != nullptr) notify(stream, context, bytes);
}

// The stream_get_contents() that itself, and no user code within it, reads or asks for the end; or null.
WholeRead* whole_read_of(const php_stream* stream) {
    WholeRead& whole = notes().whole_read;
    const zend_execute_data* const now = EG(current_execute_data);
    // (The function, too: after a fatal error the call that we know has ended, and another may have its place.)
    return whole.stream == stream && whole.call == now && now != nullptr && whole.function == now->func ? &whole
                                                                                                        : nullptr;
}

// (By the notes of the strand that runs now: see sched::Waiter.)
void note_whole_read(const php_stream* stream) {
    if (WholeRead* const whole = whole_read_of(stream)) whole->has_read = true;
}

// Whether a read that finds the end leaves the stream as asking for it would: with TLS it may warn, with a filter it
// brings what that keeps for the end, and it forgets a timeout. A php://fd stream may be a listener's: a read waits for
// somebody to come, and the question says that it is at its end.
bool is_read_as_good(const php_stream* stream) {
    return ops_of(stream).tls == Tls::Off && !php_stream_is_filtered(stream) && !socket_of(stream)->timeout_event &&
           stream->wrapper == nullptr;
}

// Whether to wait for something to read. A read that may wait forgets that one before has taken too long.
bool begin_wait(const php_stream* stream, php_netstream_data_t* socket) {
    if (!socket->is_blocked || zend::has_buffered_data(stream)) return false;
    const bool is_zero = socket->timeout.tv_sec == 0 && socket->timeout.tv_usec == 0;
    if (is_zero && zend::kZeroTimeoutMeansNoWait) return false;
    socket->timeout_event = 0;
    return true;
}

// Whether nothing read is the end: a datagram may be empty.
bool is_nothing_the_end(const php_stream* stream, const Descriptor& its) {
    return !ops_of(stream).is_datagram() || its.is_read_shut;
}

zend_never_inline ssize_t fail_read(php_stream* stream, const base::Error& error) {
    if (error.code == EAGAIN) return 0;
    if (error.op != base::Op::Wait) {
        stream->eof = 1;
    } else if (error.code == ETIMEDOUT) {
        socket_of(stream)->timeout_event = 1;
    } else {
        cut_off(stream);
    }
    return -1;
}

zend_never_inline ssize_t fail_write(php_stream* stream, size_t count, const base::Error& error) {
    if (error.code == ECANCELED) {
        cut_off(stream);
        return -1;
    }
    if (error.op == base::Op::Wait) {
        socket_of(stream)->timeout_event = 1;
    } else if (error.code == EAGAIN) {
        return 0;
    }
    const int code = error.code;
    return report_guarded(stream, [=] { return zend::fail_write(stream, count, code); });
}

// Nobody stands before it.
ssize_t read_in_turn(php_stream* stream, Descriptor& its, BufferPlace& place, net::Window given, bool may_wait,
                     base::LazyDeadline& deadline) {
    if (its.is_cut_off) return read_end(stream);
    if (place.is_filled()) return place.leave_it();
    WholeRead* const whole = whole_read_of(stream);
    if (whole != nullptr && whole->is_dry && !may_wait) return 0;
    if (may_wait) place.hide();
    const Waits waits(stream);
    const auto got = net::read_some(waits.waiter(), {socket_of(stream)->socket, its.memory}, given, may_wait, deadline,
                                    place.refit());
    if (!got.ok() && got.error().code == EAGAIN && place.is_filled()) return place.hand_out();
    if (!got.ok()) return fail_read(stream, got.error());
    if (got.value() == 0 && is_nothing_the_end(stream, its)) stream->eof = 1;
    if (whole != nullptr) note_whole_read(stream);
    note_progress(stream, got.value());
    return static_cast<ssize_t>(got.value());
}

} // namespace

ssize_t op_read(php_stream* stream, char* buffer, size_t count) {
    auto* socket = socket_of(stream);
    if (socket == nullptr || socket->socket == -1) return -1;
    Descriptor& its = descriptor(socket->socket);
    if (is_closing(its, stream)) return -1;
    if (its.in_handshake()) return read_behind_handshake(stream, buffer, count);
    BufferPlace place(stream, buffer, count);
    const bool may_wait = begin_wait(stream, socket);
    base::LazyDeadline deadline(timeout_us(&socket->timeout));
    const Exchange exchange(stream, its, Exchange::Reads, may_wait, deadline);
    if (!exchange.may_begin()) return -1;
    return read_in_turn(stream, its, place, {buffer, count}, may_wait, deadline);
}

namespace {

ssize_t write_some(php_stream* stream, const char* buffer, size_t count) {
    const auto* socket = socket_of(stream);
    if (socket == nullptr || socket->socket == -1) return 0;
    Descriptor& its = descriptor(socket->socket);
    if (is_closing(its, stream)) return -1;
    if (its.in_handshake()) return write_behind_handshake(stream, buffer, count);
    base::LazyDeadline deadline(timeout_us(&socket->timeout));
    const Exchange exchange(stream, its, Exchange::Writes, socket->is_blocked, deadline);
    if (!exchange.may_begin()) return -1;
    const Waits waits(stream);
    const auto sent = net::write_some(waits.waiter(), socket->socket, buffer, count, socket->is_blocked, deadline);
    if (!sent.ok()) return fail_write(stream, count, sent.error());
    note_progress(stream, sent.value());
    return static_cast<ssize_t>(sent.value());
}

} // namespace

ssize_t op_write(php_stream* stream, const char* buffer, size_t count) {
    const ssize_t written = write_some(stream, buffer, count);
    if (written < 0) keep_unsent(stream, buffer, count);
    return written;
}

namespace {

// Waits for something to read, as one of the descriptor's readers; the next in the line looks, too, since it takes
// nothing. False where nothing came.
bool await_data(php_stream* stream, int wait_s) {
    const timeval seconds{wait_s, 0};
    const auto* socket = socket_of(stream);
    const bool is_own = wait_s == -1;
    const bool is_default = is_own && socket->timeout.tv_sec == -1;
    const int64_t wait_us = is_default ? default_timeout_us() : timeout_us(is_own ? &socket->timeout : &seconds);
    const Waits waits(stream);
    return net::wait_to_peek(waits.waiter(), socket->socket, base::Deadline::after_us(wait_us)).ok();
}

// What a recv() that only peeks says.
bool is_alive(const php_stream* stream, ssize_t got) {
    if (got > 0) return true;
    if (got == 0) return !is_nothing_the_end(stream, descriptor(socket_of(stream)->socket));
    return errno == EAGAIN || errno == EWOULDBLOCK || errno == EMSGSIZE || errno == EINTR;
}

} // namespace

int check_liveness(php_stream* stream, int wait_s) {
    const int fd = socket_of(stream)->socket;
    if (fd == -1 || descriptor(fd).is_cut_off) return PHP_STREAM_OPTION_RETURN_ERR;
    // Asked about a listener, stock looks whether it is readable first; a recv() on it would say ENOTCONN.
    const bool peeks_at_once = wait_s == 0 && (stream->flags & PHP_STREAM_FLAG_NO_IO) == 0;
    WholeRead* const whole = peeks_at_once ? whole_read_of(stream) : nullptr;
    if (whole != nullptr && !whole->has_read && is_read_as_good(stream)) return PHP_STREAM_OPTION_RETURN_OK;
    if (!peeks_at_once && !await_data(stream, wait_s)) return PHP_STREAM_OPTION_RETURN_OK;
    if (ops_of(stream).tls == Tls::Active) return check_tls_liveness(stream);
    char byte;
    const ssize_t got = recv(fd, &byte, sizeof(byte), MSG_PEEK | MSG_DONTWAIT);
    if (whole != nullptr) whole->is_dry = got < 0;
    return is_alive(stream, got) ? PHP_STREAM_OPTION_RETURN_OK : PHP_STREAM_OPTION_RETURN_ERR;
}

} // namespace uvstream::stream
