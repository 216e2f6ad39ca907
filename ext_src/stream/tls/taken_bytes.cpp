#include "uvstream/stream/tls/taken_bytes.h"

#include <algorithm>

#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_operation.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/call_arguments.h"

namespace uvstream::stream {

Sent try_taken(php_stream* stream, TlsMemory& tls) {
    std::vector<char>& taken = tls.taken;
    while (!taken.empty()) {
        const Outcome sent = attempt(stream, [&] { return below(stream).write(stream, taken.data(), taken.size()); });
        if (sent.would_block) return Sent::Later;
        if (sent.bytes <= 0) {
            taken.clear();
            tls.is_drained = false; // the next read is to try at once: it may meet the same error
            return Sent::Failed;
        }
        // (A handler of a warning may have sent some.)
        taken.erase(taken.begin(), taken.begin() + std::min(sent.bytes, static_cast<ssize_t>(taken.size())));
        if (taken.empty()) forget_wants(tls); // what the last operation was to come back for is done
    }
    return Sent::All;
}

Sent try_taken_quietly(php_stream* stream, TlsMemory& tls) {
    if (tls.taken.empty()) return Sent::All;
    return net::readiness_of(socket_of(stream)->socket).is_broken ? Sent::Failed : try_taken(stream, tls);
}

namespace {

// Not where another process has got the connection by a fork: that one goes on with it.
bool owes_bytes(const TlsMemory& tls) { return !tls.taken.empty() && tls.fork_mark == state().fork_mark(); }

} // namespace

void finish_taken(php_stream* stream) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0) return;
    Descriptor& its = descriptor(fd);
    TlsMemory& tls = tls_memory(its);
    if (!owes_bytes(tls)) return;
    TlsOperation operation(stream, its, TlsWait::For::Write);
    while (try_taken_quietly(stream, tls) == Sent::Later && tls.blocks) {
        if (operation.after_vain_try(true)) return;
    }
}

namespace {

void try_with_more_room(php_stream* stream, TlsMemory& tls) {
    // The taken record, the end's own, and the kernel's bookkeeping of both.
    net::make_room_to_send(socket_of(stream)->socket, kRecord * 4);
    try_taken_quietly(stream, tls);
}

bool has_taken(const php_stream* stream) {
    if (stream == nullptr || !is_ours(stream) || ops_of(stream).tls != Tls::Active) return false;
    return !known_tls(socket_of(stream)->socket).taken.empty();
}

// The first of the request's streams that has taken bytes, of those whose resource has a higher number than `after`,
// which becomes its own; null for none.
php_stream* next_with_taken(zend_ulong& after) {
    HashTable* const list = &EG(regular_list);
    HashPosition at = 0;
    zend_hash_internal_pointer_reset_ex(list, &at);
    while (const zval* const entry = zend_hash_get_current_data_ex(list, &at)) {
        const auto number = static_cast<zend_ulong>(Z_RES_HANDLE_P(entry));
        php_stream* const stream = number > after ? stream_of(entry) : nullptr;
        if (has_taken(stream)) {
            after = number;
            return stream;
        }
        zend_hash_move_forward_ex(list, &at);
    }
    return nullptr;
}

} // namespace

void send_last(php_stream* stream) {
    TlsMemory& tls = tls_memory(socket_of(stream)->socket);
    if (!owes_bytes(tls)) return;
    try_with_more_room(stream, tls);
    tls.taken.clear();
}

void finish_writing(php_stream* stream) {
    finish_taken(stream);
    send_last(stream);
}

void send_taken_before_fork() {
    // (Looked for anew each time: a warning may run user code that closes streams.)
    zend_ulong last = 0;
    while (php_stream* const stream = next_with_taken(last)) {
        try_with_more_room(stream, tls_memory(socket_of(stream)->socket));
    }
}

} // namespace uvstream::stream
