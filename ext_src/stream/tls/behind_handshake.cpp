#include "uvstream/stream/tls/behind_handshake.h"

#include "uvstream/base/deadline.h"
#include "uvstream/net/transfer.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/buffer_place.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/handshake.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

using sched::Woken;

bool may_wait(const sched::Exclusive& handshake) {
    sched::Scheduler& scheduler = state().scheduler;
    return !handshake.is_taken_by(scheduler.current()) && scheduler.dispatcher().may_switch();
}

// Woken::Ready: it is over, and the stream still there.
Woken await(php_stream* stream, sched::Exclusive& handshake, base::Deadline deadline) {
    const Waits waits(stream);
    const Woken woken = handshake.wait(waits.waiter(), deadline);
    if (woken == Woken::Ready && is_closing(stream)) return Woken::Closed;
    return woken;
}

// Goes on with `operation` behind it.
template <class Operation> ssize_t behind_handshake(php_stream* stream, Operation operation) {
    auto* socket = socket_of(stream);
    sched::Exclusive& handshake = tls_memory(socket->socket).handshake;
    if (!may_wait(handshake)) return report_guarded(stream, [=] { return zend::refuse_within_handshake(stream); });
    if (!socket->is_blocked) return 0;
    const Woken woken = await(stream, handshake, base::Deadline::after_us(io_timeout_us(socket)));
    if (woken == Woken::Ready) return operation();
    if (woken == Woken::TimedOut) socket->timeout_event = 1;
    return -1;
}

} // namespace

// (The stream's table may be another than before.)
ssize_t read_behind_handshake(php_stream* stream, char* buffer, size_t count) {
    BufferPlace place(stream, buffer, count);
    return behind_handshake(stream, [&]() -> ssize_t {
        const net::Window into = place.after_wait({buffer, count});
        return into.size == 0 ? 0 : stream->ops->read(stream, into.data, into.size);
    });
}

ssize_t write_behind_handshake(php_stream* stream, const char* buffer, size_t count) {
    return behind_handshake(stream, [&] { return stream->ops->write(stream, buffer, count); });
}

bool await_handshake(php_stream* stream) {
    const auto* socket = socket_of(stream);
    sched::Exclusive& handshake = tls_memory(socket->socket).handshake;
    if (!may_wait(handshake) || !socket->is_blocked) {
        zend::warn_busy_for_crypto(stream);
        return false;
    }
    const Woken woken = await(stream, handshake, handshake_deadline(stream));
    if (woken == Woken::TimedOut) zend::warn_handshake_timed_out(stream);
    return woken == Woken::Ready;
}

} // namespace uvstream::stream
