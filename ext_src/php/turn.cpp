#include "uvstream/php/turn.h"

#include "uvstream/base/deadline.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

bool await_turn(sched::Exclusive& turn) {
    const sched::Woken woken = turn.wait(UVSTREAM_G(calls)->scheduler.current(), base::Deadline::never());
    if (woken == sched::Woken::Refused) zend::throw_deadlock(nullptr);
    return woken == sched::Woken::Ready;
}

} // namespace uvstream::php
