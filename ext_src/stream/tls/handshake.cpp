#include "uvstream/stream/tls/handshake.h"

#include <cerrno>

#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/tls/early_bytes.h"
#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/stream/tls/tls_wait.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/stream/use/warning_watch.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

namespace {

using Param = php_stream_xport_crypto_param;

// What ext/openssl is told of the stream's blocking mode while this exists.
class BlockingForOpenssl {
  public:
    BlockingForOpenssl(php_netstream_data_t* socket, bool blocks) : socket_(socket), before_(socket->is_blocked) {
        socket->is_blocked = blocks ? 1 : 0;
    }
    ~BlockingForOpenssl() { socket_->is_blocked = before_; }
    BlockingForOpenssl(const BlockingForOpenssl&) = delete;
    BlockingForOpenssl& operator=(const BlockingForOpenssl&) = delete;

  private:
    php_netstream_data_t* socket_;
    decltype(php_netstream_data_t::is_blocked) before_;
};

// The stream whose session another one is to resume, while ext/openssl asks whether it is one of its own: so it has
// ext/openssl's table. A handler of a warning may close it meanwhile. Null for none.
class LentSession {
  public:
    explicit LentSession(php_stream* session) : session_(session), use_(StreamUse::of_one(session)) {
        if (session_ == nullptr || !is_ours(session_)) return;
        ours_ = session_->ops;
        session_->ops = &below(session_);
    }
    ~LentSession() {
        if (ours_ != nullptr) session_->ops = ours_;
        use_.finish();
        free_closing_soon();
    }
    LentSession(const LentSession&) = delete;
    LentSession& operator=(const LentSession&) = delete;

  private:
    php_stream* session_;
    StreamUse use_;
    const php_stream_ops* ours_ = nullptr;
};

struct Answer {
    int result;
    bool has_warned;
};

// PHP_STREAM_OPTION_CRYPTO_API of ext/openssl's, to which the stream blocks, or not.
Answer ask_openssl(php_stream* stream, Param* param, bool blocks, bool is_quiet = false) {
    const php_stream_ops& openssls = below(stream); // asked first: `stream` may be the session's stream, too
    Answer answer{PHP_STREAM_OPTION_RETURN_ERR, false};
    Called called{};
    {
        const BlockingForOpenssl told(socket_of(stream), blocks);
        const zend::QuietWarnings quiet(is_quiet);
        const LentSession session(param->op == Param::STREAM_XPORT_CRYPTO_OP_SETUP ? param->inputs.session : nullptr);
        called = call_below(
            stream, [&] { answer.result = openssls.set_option(stream, PHP_STREAM_OPTION_CRYPTO_API, 0, param); });
    }
    if (!called.has_returned) zend::resume_bailout();
    answer.has_warned = called.has_warned;
    return answer;
}

// One step, as ext/openssl says it: 1, 0 for "would block", or -1.
int step_handshake(php_stream* stream, const php_stream* listener) {
    Param param{};
    param.op = Param::STREAM_XPORT_CRYPTO_OP_ENABLE;
    param.inputs.activate = 1;
    const bool is_quiet = listener != nullptr && sees_warnings(); // an accept says the reason itself
    const zend_object* const before = EG(exception);
    notes().tls_reason.clear();
    errno = 0; // its only sign of "would block", and it may not touch it
    const bool has_warned = ask_openssl(stream, &param, false, is_quiet).has_warned;
    const bool has_failed = has_warned || EG(exception) != before;
    return param.outputs.returncode == 0 && has_failed ? -1 : param.outputs.returncode;
}

void activate(php_stream* stream) {
    auto* socket = socket_of(stream);
    TlsMemory& tls = tls_memory(socket->socket);
    tls.method = 0;
    tls.fork_mark = state().fork_mark();
    tls.blocks = socket->is_blocked;
    tls.is_drained = false;
    tls.since_asked = 0;
    tls.taken.clear();
    socket->is_blocked = 0;
    // Who shares the open file may have it block (a php://fd stream of it, another process): ext/openssl is to come
    // back all the same.
    net::set_receive_timeout(socket->socket, 1);
    net::set_send_timeout(socket->socket, 1);
    change_tls(stream, Tls::Active);
}

// As far as it goes without a wait: first on the bytes that the stream layer has read already, if there are any.
Handshake step(php_stream* stream, const php_stream* listener) {
    for (;;) {
        const bool is_early = early_bytes(stream) > 0;
        const int done =
            is_early ? step_with_early_bytes(stream, [](php_stream* its) { return step_handshake(its, nullptr); })
                     : step_handshake(stream, listener);
        if (is_closing(stream)) return Handshake::Failed;
        if (listener != nullptr && is_closing(listener)) return Handshake::Failed;
        if (done != 0) return done > 0 ? Handshake::Done : Handshake::Failed;
        if (!is_early) return Handshake::WouldBlock;
    }
}

Handshake step_until_done(php_stream* stream, base::Deadline deadline, bool wait, const php_stream* listener) {
    const Waits waits(stream);
    TlsWait next_try(waits.waiter(), socket_of(stream)->socket, TlsWait::For::Handshake);
    for (;;) {
        const Handshake so_far = step(stream, listener);
        if (so_far != Handshake::WouldBlock || !wait) return so_far;
        const auto waited = next_try.next(deadline, sched::OnSignal::LookAgain);
        if (!waited.ok()) return waited.error().code == ETIMEDOUT ? Handshake::TimedOut : Handshake::Failed;
    }
}

} // namespace

int pass_on_crypto(php_stream* stream, Param* param) {
    int result = PHP_STREAM_OPTION_RETURN_ERR;
    const bool has_returned = call_guarded(
        stream, [&] { result = below(stream).set_option(stream, PHP_STREAM_OPTION_CRYPTO_API, 0, param); });
    if (!has_returned) zend::resume_bailout();
    return result;
}

int set_up_tls(php_stream* stream, Param* param) {
    if (!ops_of(stream).is_openssls && !take_openssls_struct(stream)) return pass_on_crypto(stream, param);
    const auto* socket = socket_of(stream);
    const int fd = socket->socket;
    const Tls state_now = ops_of(stream).tls;
    const bool is_first = fd < 0 || !tls_memory(fd).is_set_up;
    // ext/openssl would warn of a second set-up: the handshake that has begun goes on as it did.
    if (state_now == Tls::Pending && !is_first) {
        param->outputs.returncode = 0;
        return PHP_STREAM_OPTION_RETURN_OK;
    }
    const bool blocks = state_now == Tls::Active ? tls_memory(fd).blocks : socket->is_blocked;
    notes().tls_reason.clear();
    const int result = ask_openssl(stream, param, blocks).result;
    if (fd >= 0 && is_first && result == PHP_STREAM_OPTION_RETURN_OK && param->outputs.returncode == 0) {
        TlsMemory& tls = tls_memory(fd);
        tls.is_set_up = true;
        tls.is_client = (param->inputs.method & kClientBit) != 0;
    }
    return result;
}

bool set_up_tls(php_stream* stream, int method, php_stream* session) {
    Param param{};
    param.op = Param::STREAM_XPORT_CRYPTO_OP_SETUP;
    param.inputs.session = session;
    param.inputs.method = static_cast<php_stream_xport_crypt_method_t>(method);
    return set_up_tls(stream, &param) == PHP_STREAM_OPTION_RETURN_OK && param.outputs.returncode == 0;
}

Handshake run_handshake(php_stream* stream, base::Deadline deadline, bool wait, const php_stream* listener) {
    const auto* socket = socket_of(stream);
    const int fd = socket->socket;
    TlsMemory& tls = tls_memory(fd);
    Handshake handshake = Handshake::Failed;
    forget_wants(tls);
    tls.handshake.take(state().scheduler.current());
    const bool has_returned = zend::try_call([&] { handshake = step_until_done(stream, deadline, wait, listener); });
    tls.handshake.give_back();
    if (handshake == Handshake::Done) {
        activate(stream);
        return handshake;
    }
    const bool goes_on = handshake == Handshake::WouldBlock;
    if (!goes_on) ++state().scheduler.dispatcher().counts().handshakes_failed;
    if (goes_on) {
        set_wants(stream, tls, net::readiness_of(fd).to_write ? Wants::Read : Wants::Write);
    }
    if (handshake == Handshake::Failed && ops_of(stream).tls == Tls::Pending) tls.has_failed = true;
    // ext/openssl has made it non-blocking. (A listener's stays so: see SocketMemory.)
    if (socket->is_blocked && !descriptor(fd).memory.is_nonblocking) net::set_blocking(fd, true);
    if (!has_returned) zend::resume_bailout();
    return handshake;
}

base::Deadline handshake_deadline(php_stream* stream) {
    const auto* socket = socket_of(stream);
    int64_t us = timeout_us(&socket->timeout);
    if (known_tls(socket->socket).is_client) {
        const int64_t own_us = descriptor(socket->socket).client_timeout_us;
        us = own_us != 0 ? own_us : default_timeout_us();
    }
    return us > 0 ? base::Deadline::after_us(us) : base::Deadline::never();
}

} // namespace uvstream::stream
