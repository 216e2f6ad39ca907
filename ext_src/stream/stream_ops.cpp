#include "uvstream/stream/stream_ops.h"

#include <utility>

#include "uvstream/net/open_socket.h"
#include "uvstream/net/socket_memory.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/plain/client_ops.h"
#include "uvstream/stream/plain/message_ops.h"
#include "uvstream/stream/plain/read_write.h"
#include "uvstream/stream/plain/server_ops.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/close_notify.h"
#include "uvstream/stream/tls/crypto_option.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

int op_close(php_stream* stream, int close_handle) {
    const php_stream_ops& base = below(stream);
    await_other_users(stream);
    forget_use(stream);
    if (const auto* socket = socket_of(stream); socket != nullptr && socket->socket >= 0) {
        if (close_handle && ops_of(stream).tls == Tls::Active) {
            send_last(stream);
            state().scheduler.closing(socket->socket); // first: the number may stand for another file in a moment
            prepare_close_notify(socket, known_tls(socket->socket));
        }
        closing(socket->socket); // forgets it
    }
    return base.close(stream, close_handle);
}

int op_flush(php_stream* stream) {
    if (ops_of(stream).tls == Tls::Active) finish_taken(stream);
    return below(stream).flush(stream);
}

int op_stat(php_stream* stream, php_stream_statbuf* buffer) { return below(stream).stat(stream, buffer); }

namespace {

// The descriptor leaves our hands: whoever gets it expects a listener that blocks, as the stream says it does.
void expose_descriptor(const php_netstream_data_t& socket) {
    net::SocketMemory& memory = descriptor(socket.socket).memory;
    if (!memory.is_nonblocking) return;
    memory.is_nonblocking = false;
    if (socket.is_blocked) net::set_blocking(socket.socket, true);
}

// For stream_select(): sends on what TLS took from the script's last write, and has ext/openssl put the bytes that
// OpenSSL holds into the stream's read buffer, where the selection finds them instead of waiting for the kernel. (A
// filter on the stream may leave nothing of them.)
int cast_tls(php_stream* stream, TlsMemory& tls, int cast_as, void** result) {
    try_taken_quietly(stream, tls);
    const bool blocks = std::exchange(tls.blocks, false);
    int cast = FAILURE;
    const bool has_returned = call_guarded(stream, [&] { cast = below(stream).cast(stream, cast_as, result); });
    tls.blocks = blocks;
    state().scheduler.pass_on_reading(socket_of(stream)->socket); // what came may be in the stream's buffer now
    if (!has_returned) zend::resume_bailout();
    return cast;
}

} // namespace

int op_cast(php_stream* stream, int cast_as, void** result) {
    const auto* socket = socket_of(stream);
    if (socket == nullptr || socket->socket < 0) return below(stream).cast(stream, cast_as, result);
    if (cast_as == PHP_STREAM_AS_STDIO || cast_as == PHP_STREAM_AS_FD || cast_as == PHP_STREAM_AS_SOCKETD) {
        if (speaks_tls(stream)) return FAILURE;
        if (result != nullptr) expose_descriptor(*socket);
        return below(stream).cast(stream, cast_as, result);
    }
    // A copy between descriptors, by the kernel, would wait in place.
    if (zend::is_for_copy(cast_as) && state().scheduler.dispatcher().has_others()) return FAILURE;
    // For a select() of any kind: the script's next operation comes when the descriptor is ready, and need not wait.
    Descriptor& its = descriptor(socket->socket);
    if (result != nullptr) its.expect_data();
    return ops_of(stream).tls == Tls::Active ? cast_tls(stream, tls_memory(its), cast_as, result)
                                             : below(stream).cast(stream, cast_as, result);
}

namespace {

int set_blocking_mode(php_stream* stream, int blocking) {
    auto* socket = socket_of(stream);
    if (ops_of(stream).tls == Tls::Active) {
        const int before = tls_memory(socket->socket).blocks;
        tls_memory(socket->socket).blocks = blocking != 0;
        return before;
    }
    if (socket->socket >= 0 && descriptor(socket->socket).memory.is_nonblocking) {
        const bool before = socket->is_blocked != 0;
        socket->is_blocked = blocking != 0 ? 1 : 0;
        return before ? 1 : 0;
    }
    return below(stream).set_option(stream, PHP_STREAM_OPTION_BLOCKING, blocking, nullptr);
}

int add_meta_data(php_stream* stream, zval* meta_data) {
    const int result = below(stream).set_option(stream, PHP_STREAM_OPTION_META_DATA_API, 0, meta_data);
    if (ops_of(stream).tls == Tls::Active) {
        add_assoc_bool(meta_data, "blocked", tls_memory(socket_of(stream)->socket).blocks);
    }
    return result;
}

void prepare_shutdown(php_stream* stream, int how) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0) return;
    if (how != STREAM_SHUT_WR) descriptor(fd).is_read_shut = true;
    if (how == STREAM_SHUT_RD || ops_of(stream).tls != Tls::Active) return;
    finish_writing(stream);
}

// True when the operation is one of ours; the others are the table's below.
bool run_operation(php_stream* stream, php_stream_xport_param* param) {
    int (*operation)(php_stream*, php_stream_xport_param*) = nullptr;
    switch (param->op) {
    case php_stream_xport_param::STREAM_XPORT_OP_BIND: operation = bind_server; break;
    case php_stream_xport_param::STREAM_XPORT_OP_LISTEN: operation = listen_server; break;
    case php_stream_xport_param::STREAM_XPORT_OP_ACCEPT: operation = accept_client; break;
    case php_stream_xport_param::STREAM_XPORT_OP_CONNECT:
    case php_stream_xport_param::STREAM_XPORT_OP_CONNECT_ASYNC: operation = connect_client; break;
    case php_stream_xport_param::STREAM_XPORT_OP_SEND: operation = send_message; break;
    case php_stream_xport_param::STREAM_XPORT_OP_RECV: operation = receive_message; break;
    case php_stream_xport_param::STREAM_XPORT_OP_SHUTDOWN: prepare_shutdown(stream, param->how); return false;
    default: return false;
    }
    param->outputs.returncode = operation(stream, param);
    return true;
}

} // namespace

int op_set_option(php_stream* stream, int option, int value, void* param) {
    if (socket_of(stream) == nullptr) return PHP_STREAM_OPTION_RETURN_NOTIMPL;
    switch (option) {
    case PHP_STREAM_OPTION_BLOCKING: return set_blocking_mode(stream, value);
    case PHP_STREAM_OPTION_CHECK_LIVENESS: return check_liveness(stream, value);
    case PHP_STREAM_OPTION_META_DATA_API: return add_meta_data(stream, static_cast<zval*>(param));
    case PHP_STREAM_OPTION_CRYPTO_API: return set_crypto(stream, static_cast<php_stream_xport_crypto_param*>(param));
    case PHP_STREAM_OPTION_XPORT_API:
        if (run_operation(stream, static_cast<php_stream_xport_param*>(param))) return PHP_STREAM_OPTION_RETURN_OK;
        break;
    default: break;
    }
    return below(stream).set_option(stream, option, value, param);
}

} // namespace uvstream::stream
