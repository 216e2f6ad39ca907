#include "uvstream/task/join.h"

#include "uvstream/base/deadline.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/task/tasks.h"
#include "uvstream/task/within.h"
#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

using sched::Woken;

CancelReason reason_of(const Body& opener, Woken woken) {
    if (woken == Woken::LimitPassed) return CancelReason::Deadline;
    return opener.cancelled_by != nullptr ? opener.cancelled_by->reason : CancelReason::Failure;
}

// Of what the function within has thrown. One that the group's own cancellation has made of it is no failure.
void take_own_failure(const Body& opener, Group& group) {
    zend_object* const failure = zend::take_exception();
    const bool is_past_limit = opener.is_past_limit();
    const bool is_cancelled_from_outside = opener.cancelled_by != nullptr || is_past_limit;
    const bool is_its_end =
        group.cancellation().is_set && !is_cancelled_from_outside && zend::as_cancelled(failure) != nullptr;
    if (is_its_end) {
        OBJ_RELEASE(failure);
        return;
    }
    group.note_failure(failure);
    group.cancel(reason_of(opener, is_past_limit ? Woken::LimitPassed : Woken::Ready), nullptr);
}

Woken wait(Body& opener, const Group& group) {
    opener.waits_for = {WaitsFor::Kind::Members, &group};
    const Woken woken =
        opener.strand.scheduler.park(opener.strand, sched::Event::set(group.is_empty()), base::Deadline::never());
    opener.waits_for = {};
    if (woken == Woken::Refused && EG(exception) == nullptr) zend::throw_deadlock(nullptr);
    return woken;
}

// Behind a shield: they have been cancelled, and will not take long.
void wait_for_cancelled(Body& opener, Group& group) {
    Scope shield;
    shield.is_shield = true;
    within(opener, shield, [&] {
        while (!group.is_empty()) {
            const Woken woken = wait(opener, group);
            if (EG(exception) == nullptr) continue;
            if (zend::is_exit(EG(exception))) break;
            group.note_failure(zend::take_exception());
            if (woken == Woken::Deadlocked || woken == Woken::Refused) break;
        }
    });
}

void wait_for_all(Body& opener, Group& group) {
    if (EG(exception) != nullptr) take_own_failure(opener, group);
    if (group.is_empty()) return;
    Woken woken = Woken::Ready;
    if (!group.cancellation().is_set) {
        woken = wait(opener, group);
        if (zend::is_exit(EG(exception))) return;
        if (EG(exception) != nullptr) {
            group.note_failure(zend::take_exception());
            group.cancel(reason_of(opener, woken), nullptr);
        }
    }
    if (woken != Woken::Refused) wait_for_cancelled(opener, group);
}

} // namespace

void join(Body& opener, Group& group) {
    if (!zend::is_exit(EG(exception))) wait_for_all(opener, group);
    // A member may have noticed it first.
    const bool is_deadline = group.cancellation().is_set && group.cancellation().reason == CancelReason::Deadline;
    if (is_deadline && !zend::is_deadline(zend::find_cancelled(group.failure()))) {
        group.note_failure(zend::make_cancelled(name_of(CancelReason::Deadline), nullptr));
    }
}

} // namespace uvstream::task
