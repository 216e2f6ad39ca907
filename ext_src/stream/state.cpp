#include "uvstream/stream/state.h"

#include "uvstream/zend/interrupt.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)

namespace uvstream::stream {

namespace {

sched::Handled run_interrupts() {
    switch (zend::run_pending_interrupts()) {
    case zend::Interrupts::None: return sched::Handled::Nothing;
    case zend::Interrupts::Ran: return sched::Handled::Ran;
    case zend::Interrupts::Threw: return sched::Handled::Threw;
    }
    return sched::Handled::Nothing;
}

} // namespace

State::State() : scheduler(run_interrupts) {}

State& state() { return *UVSTREAM_G(state); }

} // namespace uvstream::stream
