#include "uvstream/stream/tls/tls_read.h"

#include <cerrno>
#include <optional>
#include <utility>

#include "uvstream/net/transfer.h"
#include "uvstream/net/wait.h"
#include "uvstream/stream/buffer_place.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_operation.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

namespace {

// Others stand in line before it; or nothing is left of what came before, and the last first tries found nothing.
bool is_to_wait_first(int fd, Descriptor& its, const TlsMemory& tls) {
    if (state().scheduler.has_readers(fd)) return true;
    return tls.is_drained && tls.taken.empty() && !its.memory.first_try.begin();
}

Outcome try_read(php_stream* stream, TlsMemory& tls, net::Window into) {
    tls.is_drained = false;
    const Outcome got = attempt(stream, [&] { return below(stream).read(stream, into.data, into.size); });
    // A record gives what it has: less than was asked for is all of it.
    tls.is_drained = got.bytes > 0 && static_cast<size_t>(got.bytes) < into.size;
    return got;
}

// A read that has begun. What its steps return ends it; nothing: it goes on.
struct Read {
    php_stream* stream;
    const int fd;
    Descriptor& its;
    TlsMemory& tls;
    BufferPlace& place;
    TlsOperation& operation;
    const bool may_wait;
    bool has_waited;

    std::optional<ssize_t> wait_first();
    std::optional<ssize_t> try_once(net::Window& into);
};

std::optional<ssize_t> Read::wait_first() {
    if (!has_waited) return {};
    if (!place.before_wait()) return place.hand_out();
    if (!operation.wait_first()) return -1;
    return {};
}

std::optional<ssize_t> Read::try_once(net::Window& into) {
    if (!operation.is_tls_off()) try_taken_quietly(stream, tls); // the peer may wait for it before it says more
    into = place.after_wait(into);
    if (into.size == 0) return place.hand_out();
    if (operation.is_tls_off()) return stream->ops->read(stream, into.data, into.size);
    const Outcome got = try_read(stream, tls, into);
    if (!got.would_block) {
        state().scheduler.pass_on_reading(fd);
        return got.bytes;
    }
    if (!std::exchange(has_waited, true)) its.memory.first_try.was_in_vain();
    if (may_wait && !place.before_wait()) return place.hand_out();
    return operation.after_vain_try(may_wait);
}

} // namespace

ssize_t tls_read(php_stream* stream, char* buffer, size_t count) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0) return -1;
    Descriptor& its = descriptor(fd);
    TlsMemory& tls = tls_memory(its);
    BufferPlace place(stream, buffer, count);
    TlsOperation operation(stream, its, TlsWait::For::Read);
    if (!operation.may_begin()) return -1;
    if (place.is_filled()) return place.leave_it();
    if (tls.blocks) place.hide();
    if (!operation.begin()) return -1;
    if (its.is_cut_off) return read_end(stream);
    const bool may_wait = tls.blocks && !zend::has_buffered_data(stream);
    Read read{stream, fd, its, tls, place, operation, may_wait, may_wait && is_to_wait_first(fd, its, tls)};
    std::optional<ssize_t> result = read.wait_first();
    for (net::Window into{buffer, count}; !result;) result = read.try_once(into);
    return *result;
}

int check_tls_liveness(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    TlsMemory& tls = tls_memory(fd);
    tls.is_drained = false; // it may read a record ahead
    if (tls.is_crossed) {   // or take what the last operation is to come back for
        const net::Readiness now = net::readiness_of(fd);
        tls.is_crossed = tls.wants == Wants::Read ? !now.to_read : !now.to_write;
    }
    int result = PHP_STREAM_OPTION_RETURN_ERR;
    const bool has_returned = call_guarded(stream, [&] {
        errno = 0; // as in an attempt()
        result = below(stream).set_option(stream, PHP_STREAM_OPTION_CHECK_LIVENESS, 0, nullptr);
    });
    if (!has_returned) zend::resume_bailout();
    state().scheduler.pass_on_reading(fd); // of what it has read ahead the kernel says nothing more
    return result;
}

} // namespace uvstream::stream
