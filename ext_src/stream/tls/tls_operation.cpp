#include "uvstream/stream/tls/tls_operation.h"

#include <cerrno>

#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/tls_attempt.h"
#include "uvstream/stream/tls/tls_wants.h"
#include "uvstream/stream/use/closing.h"

namespace uvstream::stream {

using sched::Event;
using sched::OnSignal;

namespace {

// A handler within a read may have read what it waits for, so it looks again; a write just goes on.
OnSignal on_signal(bool reads) { return reads ? OnSignal::LookAgain : OnSignal::GoOn; }

} // namespace

TlsOperation::TlsOperation(php_stream* stream, Descriptor& its, TlsWait::For what)
    : stream_(stream), its_(its), tls_(tls_memory(its)), reads_(what == TlsWait::For::Read),
      deadline_(io_timeout_us(socket_of(stream))),
      exchange_(stream, its, reads_ ? Exchange::Reads : Exchange::Writes, tls_.blocks, deadline_), waits_(stream),
      wait_(waits_.waiter(), socket_of(stream)->socket, what) {}

bool TlsOperation::begin() {
    if (!may_begin() || !state().scheduler.begin_operation(waits_.waiter()) || is_closing(its_, stream_)) return false;
    tls_.fork_mark = state().fork_mark();
    forget_wants(tls_);
    return true;
}

bool TlsOperation::is_tls_off() const { return ops_of(stream_).tls != Tls::Active; }

bool TlsOperation::wait_first() {
    const int fd = socket_of(stream_)->socket;
    const Event ready = reads_ ? Event::readable(fd) : Event::writable(fd);
    const auto waited = net::wait_for(waits_.waiter(), ready, deadline_.get(), on_signal(reads_));
    return waited.ok() || fail(waited.error().code);
}

std::optional<ssize_t> TlsOperation::after_vain_try(bool may_wait) {
    const Wants its_own = reads_ ? Wants::Read : Wants::Write;
    if (!may_wait) {
        // One that blocks, and may not wait because it has something to give already, has not asked for more.
        const Wants wants = tls_.blocks ? its_own : wait_.look();
        if (wants == Wants::Nothing) return {};
        come_back_for(stream_, tls_, wants, its_own);
        return 0;
    }
    const auto waited = wait_.next(deadline_.get(), on_signal(reads_));
    if (waited.ok()) return {};
    fail(waited.error().code);
    return -1;
}

bool TlsOperation::fail(int error) {
    if (error == ETIMEDOUT) socket_of(stream_)->timeout_event = 1;
    if (error == ECANCELED) cut_off(stream_);
    return false;
}

} // namespace uvstream::stream
