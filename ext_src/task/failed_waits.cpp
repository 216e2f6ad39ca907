#include "uvstream/task/failed_waits.h"

#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

// A task that the script's end has cancelled, and that goes on to wait however often its waits fail, is to end, too:
// nothing catches a Fiber's forced end.
constexpr unsigned kMostFailedWaits = 100;

void throw_cancellation(Body& body) {
    const Cancellation* const cancellation = body.cancelled_by;
    const CancelReason reason = cancellation != nullptr ? cancellation->reason : CancelReason::Requested;
    if (reason == CancelReason::Shutdown && ++body.failed_waits > kMostFailedWaits) return zend::throw_forced_end();
    zend::throw_cancelled(name_of(reason), cancellation != nullptr ? cancellation->message : nullptr);
}

} // namespace

void fail_wait(sched::Strand& strand, sched::Woken woken) {
    Body& body = body_of(strand);
    Tasks& all = tasks();
    zend_string* const report = woken == sched::Woken::Deadlocked ? all.take_deadlock() : nullptr;
    // (While an exception unwinds the strand, and outside of any function, there is nothing to throw.)
    const bool may_throw = EG(exception) == nullptr && EG(current_execute_data) != nullptr;
    const bool is_exit = all.throw_exit(body);
    // (A connect that came about would go on to the TLS handshake, in place.)
    if (is_exit) strand.last_woken = sched::Woken::Cancelled;
    if (!is_exit && may_throw && sched::ends_strand(woken)) {
        switch (woken) {
        case sched::Woken::Cancelled: throw_cancellation(body); break;
        case sched::Woken::LimitPassed:
            if (body.task != nullptr) body.task->meet_limit();
            zend::throw_cancelled(name_of(CancelReason::Deadline), nullptr);
            break;
        default: zend::throw_deadlock(report); break;
        }
    }
    if (report != nullptr) zend_string_release(report);
}

} // namespace uvstream::task
