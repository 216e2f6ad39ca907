#include "uvstream/stream/tls/crypto_option.h"

#include "uvstream/net/open_socket.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/tls/close_notify.h"
#include "uvstream/stream/tls/early_bytes.h"
#include "uvstream/stream/tls/handshake.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_state.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

using Param = php_stream_xport_crypto_param;

bool is_busy(const php_stream* stream) { return is_in_use(stream) || in_handshake(stream); }

// It has been warned of.
int refuse(Param* param) {
    param->outputs.returncode = -1;
    return PHP_STREAM_OPTION_RETURN_OK;
}

// User code asks for TLS, or for its end, in the middle of an operation on the same stream.
int refuse_busy(php_stream* stream, Param* param) {
    zend::warn_busy_for_crypto(stream);
    return refuse(param);
}

int set_up(php_stream* stream, Param* param) {
    const bool is_client = (param->inputs.method & kClientBit) != 0;
    return may_begin_tls(stream, is_client) ? set_up_tls(stream, param) : refuse(param);
}

int enable(php_stream* stream, Param* param) {
    const TransportOps& ops = ops_of(stream);
    const auto* socket = socket_of(stream);
    const int fd = socket->socket;
    if (!ops.is_openssls || ops.tls == Tls::Active || fd < 0) return pass_on_crypto(stream, param);
    const TlsMemory& tls = tls_memory(fd);
    if (tls.has_failed || !may_begin_tls(stream, tls.is_client)) return refuse(param);
    param->outputs.returncode = -1;
    const Handshake handshake = run_handshake(stream, handshake_deadline(stream), socket->is_blocked);
    if (handshake == Handshake::TimedOut) zend::warn_handshake_timed_out(stream);
    if (handshake == Handshake::Done) param->outputs.returncode = 1;
    if (handshake == Handshake::WouldBlock) param->outputs.returncode = 0;
    return PHP_STREAM_OPTION_RETURN_OK;
}

int disable(php_stream* stream, Param* param) {
    if (ops_of(stream).tls != Tls::Active) return pass_on_crypto(stream, param);
    auto* socket = socket_of(stream);
    TlsMemory& tls = tls_memory(socket->socket);
    finish_writing(stream);
    make_room_for_close_notify(socket, tls);
    const int result = pass_on_crypto(stream, param);
    net::set_receive_timeout(socket->socket, 0);
    net::set_send_timeout(socket->socket, 0);
    forget_wants(tls);
    socket->is_blocked = tls.blocks ? 1 : 0;
    if (tls.blocks) net::set_blocking(socket->socket, true);
    change_tls(stream, Tls::Off);
    return result;
}

} // namespace

int set_crypto(php_stream* stream, Param* param) {
    switch (param->op) {
    case Param::STREAM_XPORT_CRYPTO_OP_SETUP:
        return is_busy(stream) ? refuse_busy(stream, param) : set_up(stream, param);
    case Param::STREAM_XPORT_CRYPTO_OP_ENABLE:
        if (is_busy(stream)) return refuse_busy(stream, param);
        return param->inputs.activate ? enable(stream, param) : disable(stream, param);
    default: // PHP 8.6 asks for the status
        if (wants_of(stream) != Wants::Write && (ops_of(stream).is_openssls || !may_speak_tls(stream))) {
            return pass_on_crypto(stream, param);
        }
        param->outputs.returncode = static_cast<int>(wants_of(stream)); // of a write that ext/openssl was not asked for
        return PHP_STREAM_OPTION_RETURN_OK;
    }
}

} // namespace uvstream::stream
