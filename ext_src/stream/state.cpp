#include "uvstream/stream/state.h"

#include "uvstream/stream/persistent_streams.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::stream {

namespace {

sched::Handled run_interrupts(const sched::Waiter& waiter) {
    if (!zend::has_pending_interrupts()) return sched::Handled::Nothing;
    auto* const owner = static_cast<php_stream*>(waiter.owner);
    // (Nor could a strand be left there: pcntl holds its queue while a handler runs.)
    const bool is_own = state().scheduler.has_own_interrupt();
    const zend::Interrupts interrupts = call_in_use(owner, zend::run_pending_interrupts);
    if (interrupts == zend::Interrupts::BailedOut) {
        free_closing_soon(); // shutdown functions find it closed
        zend::resume_bailout();
    }
    if (interrupts == zend::Interrupts::Threw) return sched::Handled::Threw;
    if (owner != nullptr && is_closing(owner)) return sched::Handled::Closed;
    // Without asynchronous signals it was no signal's: profilers, too, ask the engine for an interrupt, whenever they
    // like. With them the two cannot be told apart.
    return state().has_async_signals && !is_own ? sched::Handled::Signal : sched::Handled::Ran;
}

} // namespace

State::State() : scheduler(run_interrupts) {
    scheduler.main().notes = &main_notes;
    scheduler.set_park_hooks(
        {[](void* owner) -> void* { return use_while_parked(static_cast<php_stream*>(owner)); },
         [](void* owner, void* use) {
             return use == nullptr || end_use_while_parked(static_cast<php_stream*>(owner), *static_cast<UseSet*>(use));
         },
         [](sched::Strand& strand) {
             if (strand.notes != nullptr) drop_uses(*static_cast<StrandNotes*>(strand.notes));
         },
         [](const void* use) { return use != nullptr && has_closing(*static_cast<const UseSet*>(use)); }});
}

void State::end_request() {
    close_set_aside();
    scheduler.end_request();
    has_async_signals = has_pipe_timeouts = false;
    handled_signals = breaking_signals = 0;
    warning_watch = nullptr;
    main_notes.reset();
    spare_buffer.clear();
    used_streams.clear();
    for (const auto& memory : selections) memory->is_taken = false;
}

} // namespace uvstream::stream
