#include "uvstream/stream/state.h"

#include "uvstream/zend/interrupt.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)

namespace uvstream::stream {

namespace {

sched::Handled run_interrupts(const sched::Event& event) {
    const zend::Interrupts interrupts = zend::run_pending_interrupts();
    if (interrupts == zend::Interrupts::None) return sched::Handled::Nothing;
    // The stream that is waited on was closed: it is freed at the safe point after the call that waits.
    if (event.fd >= 0 && state().scheduler.watchers.at(event.fd).is_closing) zend::request_interrupt();
    return interrupts == zend::Interrupts::Threw ? sched::Handled::Threw : sched::Handled::Ran;
}

} // namespace

State::State() : scheduler(run_interrupts) {}

State& state() { return *UVSTREAM_G(state); }

} // namespace uvstream::stream
