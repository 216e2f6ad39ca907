#include "uvstream/php/turn.h"

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

sched::Turns& turns() { return UVSTREAM_G(calls)->turns; }
sched::Strand& running() { return UVSTREAM_G(calls)->scheduler.current(); }

} // namespace

uintptr_t number_of(const zval* object) {
    return object != nullptr && Z_TYPE_P(object) == IS_OBJECT ? reinterpret_cast<uintptr_t>(Z_OBJ_P(object)) : 0;
}

bool begin_turn(uintptr_t thing, LastGoesOn last) {
    const sched::Turns::Line* const line = turns().find(thing);
    const bool goes_on = last == LastGoesOn::Yes && line != nullptr && line->last == &running();
    const sched::Woken woken = turns().begin(UVSTREAM_G(calls)->waiter(), thing, goes_on);
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    return woken == sched::Woken::Ready;
}

TurnWith::TurnWith(uintptr_t thing, LastGoesOn last) : thing_(thing) {
    const bool is_alone = UVSTREAM_G(calls)->scheduler.may_block();
    if (thing == 0 || is_alone || turns().is_taken_by(running(), thing)) return;
    is_to_end_ = begin_turn(thing, last);
    is_refused_ = !is_to_end_;
}

TurnWith::~TurnWith() {
    if (is_to_end_) turns().end(thing_);
}

void call_alone(uintptr_t thing, LastGoesOn last, zif_handler function, INTERNAL_FUNCTION_PARAMETERS) {
    const TurnWith turn(thing, last);
    if (turn.is_refused()) RETURN_FALSE;
    function(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
