#include "uvstream/stream/state.h"

#include "uvstream/stream/use/stream_guard.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/interrupt.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)

namespace uvstream::stream {

namespace {

sched::Handled run_interrupts(const sched::Waiter& waiter) {
    if (!zend::has_pending_interrupts()) return sched::Handled::Nothing;
    auto* const owner = static_cast<php_stream*>(waiter.owner);
    StreamGuard guard(owner);
    const zend::Interrupts interrupts = zend::run_pending_interrupts();
    guard.finish();
    if (interrupts == zend::Interrupts::BailedOut) zend::resume_bailout();
    const bool is_cancelled = interrupts == zend::Interrupts::Threw || (owner != nullptr && is_doomed(owner));
    if (is_cancelled) return sched::Handled::Cancelled;
    // Without asynchronous signals it was no signal's: profilers, too, ask the engine for an interrupt, whenever they
    // like. With them the two cannot be told apart.
    return state().has_async_signals ? sched::Handled::Signal : sched::Handled::Ran;
}

} // namespace

State::State() : scheduler(run_interrupts) {}

void State::set_tls_reason(zend_string* reason) {
    if (tls_reason != nullptr) zend_string_release(tls_reason);
    tls_reason = reason;
}

void State::end_request() {
    scheduler.end_request();
    has_async_signals = false;
    breaking_signals = 0;
    set_tls_reason(nullptr);
    server_error = 0;
    guard = nullptr;
    warning_watch = nullptr;
    whole_read = {};
    for (const auto& memory : selections) memory->is_taken = false;
}

} // namespace uvstream::stream
