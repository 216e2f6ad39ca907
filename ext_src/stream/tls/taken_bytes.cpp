#include "uvstream/stream/tls/taken_bytes.h"

#include <algorithm>
#include <vector>

#include "uvstream/base/deadline.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_wait.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::stream {

using sched::OnSignal;

Sent try_taken(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    while (!tls_memory(fd).taken.empty()) {
        const std::vector<char>& taken = tls_memory(fd).taken;
        const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, taken.data(), taken.size()); });
        if (sent.would_block) return Sent::Later;
        std::vector<char>& left = tls_memory(fd).taken;
        if (sent.bytes <= 0) {
            left.clear();
            tls_memory(fd).is_drained = false; // a read may have that to say, too
            return Sent::Failed;
        }
        left.erase(left.begin(), left.begin() + std::min(sent.bytes, static_cast<ssize_t>(left.size())));
        if (left.empty()) forget_wants(fd); // what the last operation was to come back for is done
    }
    return Sent::All;
}

Sent try_taken_quietly(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (tls_memory(fd).taken.empty()) return Sent::All;
    return net::readiness_of(fd).is_broken ? Sent::Failed : try_taken(stream);
}

namespace {

// (Another process that has got the connection by a fork goes on with it.)
bool owes_bytes(const TlsMemory& tls) { return !tls.taken.empty() && tls.fork_mark == state().fork_mark(); }

} // namespace

void finish_taken(php_stream* stream) {
    auto* socket = socket_of(stream);
    const int fd = socket->socket;
    if (fd < 0 || !owes_bytes(tls_memory(fd))) return;
    base::LazyDeadline deadline(io_timeout_us(socket));
    const Waits waits(stream);
    TlsWait wait(waits.waiter(), fd, TlsWait::For::Write);
    while (try_taken_quietly(stream) == Sent::Later && tls_memory(fd).blocks) {
        const auto waited = wait.next(deadline.get(), OnSignal::GoOn);
        if (waited.ok()) continue;
        fail_wait(socket, waited.error());
        return;
    }
}

namespace {

void try_with_more_room(php_stream* stream) {
    // The taken record, the end's own, and the kernel's bookkeeping of both.
    net::make_room_to_send(static_cast<int>(socket_of(stream)->socket), kRecord * 4);
    try_taken_quietly(stream);
}

// The first of the request's streams that has taken bytes, of those with a higher number; 0 for none.
zend_ulong next_with_taken(zend_ulong after, php_stream*& stream) {
    zend_ulong number;
    zval* entry;
    ZEND_HASH_FOREACH_NUM_KEY_VAL(&EG(regular_list), number, entry) {
        if (number <= after) continue;
        stream = stream_of(entry);
        if (stream == nullptr || !is_ours(stream) || ops_of(stream).tls != Tls::Active) continue;
        if (!tls_memory(static_cast<int>(socket_of(stream)->socket)).taken.empty()) return number;
    }
    ZEND_HASH_FOREACH_END();
    return 0;
}

} // namespace

void send_last(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (!owes_bytes(tls_memory(fd))) return;
    try_with_more_room(stream);
    tls_memory(fd).taken.clear();
}

void send_taken_before_fork() {
    php_stream* stream = nullptr;
    // (Looked for anew each time: a warning may run user code that closes streams.)
    for (zend_ulong number = 0; (number = next_with_taken(number, stream)) != 0;) try_with_more_room(stream);
}

} // namespace uvstream::stream
