#include "uvstream/stream/tls/crypto_option.h"

#include "uvstream/net/open_socket.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/behind_handshake.h"
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

// It has been warned of.
int refuse(Param* param) {
    param->outputs.returncode = -1;
    return PHP_STREAM_OPTION_RETURN_OK;
}

// In the middle of an operation on the stream: the running strand's own, where a handler of the script's runs within
// it; or another strand's that waits for the descriptor, and would take bytes that are not meant for it.
bool is_busy(const php_stream* stream) {
    const UsedStream* const its = state().used_streams.find(stream);
    if (its == nullptr || its->users == 0) return false;
    if (own_uses(*its) > 0) return true;
    sched::Scheduler& scheduler = state().scheduler;
    const int fd = socket_of(stream)->socket;
    return fd >= 0 && (scheduler.has_readers(fd) || scheduler.has_writers(fd));
}

// Before crypto is switched: waits for the end of another strand's handshake. False: somebody is in the middle of
// something on the stream, so it is refused, and that has been warned of.
bool await_free(php_stream* stream) {
    if (in_handshake(stream)) return await_handshake(stream);
    if (!is_busy(stream)) return true;
    zend::warn_busy_for_crypto(stream);
    return false;
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
    case Param::STREAM_XPORT_CRYPTO_OP_SETUP: return await_free(stream) ? set_up(stream, param) : refuse(param);
    case Param::STREAM_XPORT_CRYPTO_OP_ENABLE:
        if (!await_free(stream)) return refuse(param);
        return param->inputs.activate ? enable(stream, param) : disable(stream, param);
    default: // PHP 8.6 asks for the status
        if (wants_of(stream) != Wants::Write && (ops_of(stream).is_openssls || !may_speak_tls(stream))) {
            return pass_on_crypto(stream, param);
        }
        // (A write that found no room did not get as far as ext/openssl, which therefore does not know of it.)
        param->outputs.returncode = static_cast<int>(wants_of(stream));
        return PHP_STREAM_OPTION_RETURN_OK;
    }
}

} // namespace uvstream::stream
