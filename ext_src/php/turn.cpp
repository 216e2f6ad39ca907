#include "uvstream/php/turn.h"

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

sched::Turns& turns() { return UVSTREAM_G(calls)->handles; }
sched::Strand& running() { return UVSTREAM_G(calls)->scheduler.current(); }

} // namespace

bool begin_turn(uintptr_t handle, LastGoesOn last) {
    const sched::Turns::Line* const line = turns().find(handle);
    const bool goes_on = last == LastGoesOn::Yes && line != nullptr && line->last == &running();
    const sched::Woken woken = turns().begin(UVSTREAM_G(calls)->waiter(), handle, goes_on);
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    return woken == sched::Woken::Ready;
}

void call_alone(uintptr_t handle, LastGoesOn last, zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    const bool is_alone = UVSTREAM_G(calls)->scheduler.may_block();
    if (handle == 0 || is_alone || turns().is_taken_by(running(), handle)) {
        return function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    if (!begin_turn(handle, last)) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    turns().end(handle);
}

} // namespace uvstream::php
