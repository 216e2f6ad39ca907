#include "uvstream/stream/state.h"

#include "uvstream/zend/interrupt.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)

namespace uvstream::stream {

namespace {

// User code runs here, below a wait on the event's descriptor: until it is back, fclose() must not free that stream.
sched::Handled run_interrupts(const sched::Event& event) {
    if (!zend::has_pending_interrupts()) return sched::Handled::Nothing;
    loop::WatcherTable& watchers = state().scheduler.watchers;
    if (event.fd >= 0) ++watchers.at(event.fd).inside;
    const zend::Interrupts interrupts = zend::run_pending_interrupts();
    if (event.fd >= 0) --watchers.at(event.fd).inside;
    if (interrupts == zend::Interrupts::BailedOut) zend::resume_bailout();
    // The stream that is waited on was closed: it is freed at the safe point after the call that waits.
    if (event.fd >= 0 && watchers.at(event.fd).is_closing) zend::request_interrupt();
    return interrupts == zend::Interrupts::Threw ? sched::Handled::Threw : sched::Handled::Ran;
}

} // namespace

State::State() : scheduler(run_interrupts) {}

} // namespace uvstream::stream
