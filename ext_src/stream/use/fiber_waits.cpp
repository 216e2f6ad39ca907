#include "uvstream/stream/use/fiber_waits.h"

#include <algorithm>
#include <utility>

#include <sys/socket.h>

#include "uvstream/net/open_socket.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/task/fiber_face.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::stream {

using sched::Event;
using sched::Woken;

namespace {

// Where either would do, the handler waits for the one, with a look at the other in between.
constexpr int64_t kPieceUs = 50000;

// PHP's own Fiber that runs, if it may be left; or null.
const zend_fiber* own_fiber() {
    const zend_fiber* const fiber = EG(active_fiber);
    if (fiber == nullptr || task::FiberFace::is_in_own(task::tasks().running())) return nullptr;
    return (fiber->flags & ZEND_FIBER_FLAG_DESTROYED) == 0 ? fiber : nullptr; // (else it can no longer be suspended)
}

} // namespace

zval FiberWaits::exchange_handler(const zval& handler) {
    state().scheduler.set_wait_hook(Z_ISUNDEF(handler) ? nullptr : wait);
    return std::exchange(handler_, handler);
}

std::optional<Woken> FiberWaits::wait(const sched::Waiter& waiter, const Event& event, base::Deadline deadline) {
    FiberWaits& its = state().fiber_waits;
    const zend_fiber* const fiber = own_fiber();
    if (fiber == nullptr || its.away_.count(fiber) > 0) return {};
    auto* const stream = static_cast<php_stream*>(waiter.owner);
    const bool is_either = event.reads() && event.writes();
    if (is_either) deadline = base::Deadline::earlier(deadline, base::Deadline::after_us(kPieceUs));
    its.leave(fiber, stream);
    bool is_ready = false;
    const bool has_returned = zend::try_call([&] { is_ready = its.call(its.away_.at(fiber), event, deadline); });
    its.come_back(fiber);
    if (!has_returned) {
        free_closing_soon(); // shutdown functions find it closed
        zend::resume_bailout();
    }
    if (EG(exception) != nullptr) return Woken::Threw;
    if (is_closing(stream)) return Woken::Closed;
    return is_ready || is_either ? Woken::Ready : Woken::TimedOut;
}

void FiberWaits::leave(const zend_fiber* fiber, php_stream* stream) {
    Away& away = away_[fiber];
    away.stream = stream;
    away.is_c_clients = is_c_clients(stream);
    away.uses = &use_while_away(stream, away.is_c_clients);
    away.calls = std::exchange(static_cast<CallNotes&>(notes()), {});
    lend(away);
}

void FiberWaits::come_back(const zend_fiber* fiber) {
    Away& away = away_.at(fiber);
    take_back(away);
    end_use_while_away(*away.uses);
    notes().tls_reason.clear();
    static_cast<CallNotes&>(notes()) = std::move(away.calls);
    away_.erase(fiber);
}

// The stream of a C client is nobody's to close; it has no resource, or one that the client frees itself (mysqlnd),
// whoever else has it.
void FiberWaits::lend(Away& away) {
    php_stream* const stream = away.stream;
    away.is_lents_own = away.is_c_clients || stream->res == nullptr || stream->res->ptr != stream;
    away.lent = away.is_lents_own ? zend_register_resource(stream, php_file_le_stream()) : stream->res;
    away.had_no_close = stream->flags & PHP_STREAM_FLAG_NO_FCLOSE;
    if (away.is_lents_own) stream->flags |= PHP_STREAM_FLAG_NO_FCLOSE;
    GC_ADDREF(away.lent);
}

void FiberWaits::take_back(Away& away) {
    if (away.is_lents_own) {
        away.stream->flags = (away.stream->flags & ~PHP_STREAM_FLAG_NO_FCLOSE) | away.had_no_close;
        away.lent->ptr = nullptr; // whoever has kept it has a closed one
        away.lent->type = -1;
        zend_list_delete(away.lent);
    }
    zend_list_delete(away.lent);
}

bool FiberWaits::call(const Away& away, const Event& event, base::Deadline deadline) const {
    zval function, arguments[3], result;
    ZVAL_COPY(&function, &handler_);
    ZVAL_RES(&arguments[0], away.lent);
    ZVAL_OBJ(&arguments[1],
             zend_enum_get_case_cstr(zend::task_classes.readiness, event.reads() ? "Readable" : "Writable"));
    if (deadline.is_never()) {
        ZVAL_NULL(&arguments[2]);
    } else {
        ZVAL_DOUBLE(&arguments[2], static_cast<double>(deadline.left_us()) / 1e6);
    }
    ZVAL_UNDEF(&result);
    call_user_function(nullptr, nullptr, &function, &result, 3, arguments);
    const bool is_ready = EG(exception) == nullptr && zend_is_true(&result);
    zval_ptr_dtor(&result);
    zval_ptr_dtor(&function);
    return is_ready;
}

bool FiberWaits::is_in_exchange(const php_stream* stream) const {
    if (state().used_streams.find(stream) == nullptr) return false;
    for (const auto& [fiber, away] : away_) {
        if (away.is_c_clients && away.stream == stream && fiber != EG(active_fiber)) return true;
    }
    return false;
}

bool FiberWaits::is_any_away_on(const php_stream* stream) const {
    return std::any_of(away_.begin(), away_.end(), [&](const auto& entry) { return entry.second.stream == stream; });
}

bool FiberWaits::call_handler_for_close(const zend_fiber* fiber, php_stream* stream) {
    leave(fiber, stream);
    bool has_thrown = false;
    const bool has_returned = zend::try_call([&] {
        call(away_.at(fiber), Event::readable(fd_of(stream)), base::Deadline::never());
        has_thrown = EG(exception) != nullptr;
    });
    come_back(fiber);
    return has_returned && !has_thrown;
}

void FiberWaits::await_calls_on(php_stream* stream) {
    if (!is_any_away_on(stream)) return;
    const zend::ExceptionAside aside = zend::put_aside();
    while (is_any_away_on(stream)) {
        const zend_fiber* const fiber = own_fiber();
        const bool may_wait = fiber != nullptr && away_.count(fiber) == 0;
        if (may_wait && call_handler_for_close(fiber, stream)) continue;
        stream->in_free = 0; // at the request's end it is
        zend::end_by_close_in_call();
    }
    zend::put_back(aside);
}

// (A listener that another process may have as well is left as it is.)
void FiberWaits::wake_waits_for(const php_stream* stream) const {
    for (const auto& entry : away_) {
        if (entry.second.stream != stream) continue;
        const int fd = socket_of(stream)->socket;
        if (!net::is_listener(fd) || state().fork_mark() == 0) shutdown(fd, SHUT_RDWR);
        return;
    }
}

void FiberWaits::let_go() {
    zval before = exchange_handler({});
    zval_ptr_dtor(&before);
    while (!away_.empty()) come_back(away_.begin()->first);
}

} // namespace uvstream::stream
