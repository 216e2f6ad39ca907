#include "uvstream/stream/tls/tls_transports.h"

#include <cerrno>
#include <cstring>

#include "uvstream/base/result.h"
#include "uvstream/stream/context_options.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/tls/handshake.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/transport_table.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/warning_watch.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/report.h"

namespace uvstream::stream {

namespace {

// The listener whose TLS set-up its connections share, as set_up_tls() wants it; null where they do not.
php_stream* shared_by(php_stream* listener) {
    return listener != nullptr && tls_memory(socket_of(listener)->socket).is_shared ? listener : nullptr;
}

Handshake begin_tls(php_stream* stream, int method, base::Deadline deadline, php_stream* listener = nullptr) {
    if (!set_up_tls(stream, method, shared_by(listener))) return Handshake::Failed;
    return run_handshake(stream, deadline, true, listener);
}

// Whether it failed in a handshake of which we have seen what ext/openssl said.
bool is_watched_handshake(php_stream* stream) {
    return tls_memory(socket_of(stream)->socket).is_set_up && sees_warnings();
}

// The first read or write will do the handshake, when the listener may be closed: so the connection gets what it shares
// with the listener's others now. With ALPN it shares nothing: ext/openssl would read the listener's struct then.
void put_off_tls(php_stream* client, php_stream* listener) {
    const int fd = socket_of(client)->socket;
    const bool shares = shared_by(listener) != nullptr && context_option(listener, "ssl", "alpn_protocols") == nullptr;
    if (shares && !set_up_tls(client, tls_memory(fd).method, listener)) tls_memory(fd).has_failed = true;
    change_tls(client, Tls::Pending);
}

bool is_lazy(php_stream* listener, const php_stream_xport_param* param) {
    const bool never_waits = !socket_of(listener)->is_blocked || timeout_us(param->inputs.timeout) == 0;
    return never_waits || wants_lazy_handshake(listener);
}

// At most as long as the listener's own timeout, as in stock.
base::Deadline accept_deadline(php_stream* listener, base::Deadline deadline) {
    const int64_t us = timeout_us(&socket_of(listener)->timeout);
    return us > 0 ? base::Deadline::earlier(deadline, base::Deadline::after_us(us)) : deadline;
}

// Why the handshake failed, to be released by the caller. Where ext/openssl has not said, the peer has left, or one of
// the options is of no use to it.
zend_string* take_reason(php_stream* stream, Handshake handshake) {
    zend_string* const said = notes().tls_reason.take();
    if (handshake == Handshake::Failed && said != nullptr) return said;
    if (said != nullptr) zend_string_release(said);
    const bool has_left = is_watched_handshake(stream);
    const char* const text = handshake == Handshake::TimedOut ? "SSL: Handshake timed out"
                             : has_left                       ? "The peer closed the connection within the handshake"
                                                              : "Cannot enable crypto";
    return zend_string_init(text, strlen(text), 0);
}

// A handshake's warnings were held back for this one. Those of a set-up, which may be several, were not: what the first
// of them has said is not said again, but where "@" leaves nothing but error_get_last().
zend_string* take_reason_of_accept(php_stream* client, Handshake handshake) {
    const bool is_set_up = tls_memory(socket_of(client)->socket).is_set_up;
    if (!is_set_up && (EG(error_reporting) & E_WARNING) != 0) notes().tls_reason.clear();
    return take_reason(client, handshake);
}

// Whether ext/openssl has made something of the listener's context that connections can share. It does not say so; but
// it warns whoever wants to share what is not there.
bool finds_shared(php_stream* listener, int method) {
    php_stream* const asker = make_stream_like(listener);
    if (asker == nullptr) return false;
    zend::begin_stream_errors();
    const bool is_set_up = set_up_tls(asker, method, listener);
    const bool has_warned = notes().tls_reason.is_set();
    notes().tls_reason.clear();
    zend::drop_stream_errors();
    php_stream_close(asker);
    return is_set_up && !has_warned;
}

} // namespace

int first_method(php_stream* stream) {
    const int method = ops_of(stream).method;
    if (method != STREAM_CRYPTO_METHOD_TLS_ANY_CLIENT) return method;
    zval* const wanted = context_option(stream, "ssl", "crypto_method");
    return wanted != nullptr ? static_cast<int>(zval_get_long(wanted)) | kClientBit : method;
}

int listen_tls(php_stream* listener, php_stream_xport_param* param) {
    const int fd = socket_of(listener)->socket;
    const int method = tls_memory(fd).method & ~kClientBit;
    if (!zend::kListenersShareTls || method == 0) return 0;
    const Called called =
        call_below(listener, [&] { below(listener).set_option(listener, PHP_STREAM_OPTION_XPORT_API, 0, param); });
    if (!called.has_returned) zend::resume_bailout();
    if (param->outputs.returncode != 0 || EG(exception)) return param->outputs.returncode;
    tls_memory(fd).is_shared = finds_shared(listener, method);
    return 0;
}

int accept_tls(php_stream* listener, php_stream* client, php_stream_xport_param* param, base::Deadline deadline) {
    const int method = tls_memory(socket_of(listener)->socket).method & ~kClientBit;
    tls_memory(socket_of(client)->socket).method = method;
    if (is_lazy(listener, param)) {
        put_off_tls(client, listener);
        return 0;
    }
    const Handshake handshake = begin_tls(client, method, accept_deadline(listener, deadline), listener);
    if (handshake == Handshake::Done) return 0;
    if (is_closing(listener)) {
        php_stream_close(client);
        return zend::fail_operation(param, {base::Op::Wait, ECANCELED}, {});
    }
    // Before the warning: its handler may do another handshake, which has a reason of its own.
    zend_string* const why = take_reason_of_accept(client, handshake);
    if (!is_watched_handshake(client) && !EG(exception)) {
        if (handshake == Handshake::TimedOut) zend::warn_handshake_timed_out(client);
        zend::warn_crypto_failed(client);
    }
    php_stream_close(client);
    return zend::fail_with_text(param, handshake == Handshake::TimedOut ? ETIMEDOUT : 0, why);
}

int connect_tls(php_stream* stream, php_stream_xport_param* param, base::Deadline deadline) {
    const Handshake handshake = begin_tls(stream, first_method(stream), deadline);
    if (handshake == Handshake::Done) {
        notes().tls_reason.clear();
        return param->outputs.error_code == EINPROGRESS ? 1 : 0;
    }
    const bool is_late = handshake == Handshake::TimedOut;
    if (is_late) zend::warn_handshake_timed_out(stream);
    zend_string* const why = is_late ? nullptr : take_reason(stream, handshake);
    if (!EG(exception)) zend::warn_crypto_failed(stream);
    notes().tls_reason.set(why);
    return is_late ? zend::fail_operation(param, {base::Op::Wait, ETIMEDOUT}, {}) : -1;
}

} // namespace uvstream::stream
