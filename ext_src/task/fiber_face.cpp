#include "uvstream/task/fiber_face.h"

#include "uvstream/base/deadline.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/task/task.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

sched::Woken park(Body& body, const bool& is_resumed) {
    zend_fiber& fiber = *body.task->fiber();
    zend_fiber_context* const caller = fiber.caller;
    fiber.caller = nullptr; // that is "suspended", to isSuspended(), and to the collector, which looks at its frames
    body.waits_for = {WaitsFor::Kind::Resume, nullptr};
    const sched::Woken woken =
        body.strand.scheduler.park(body.strand, sched::Event::set(is_resumed), base::Deadline::never());
    body.waits_for = {};
    fiber.caller = caller;
    return woken;
}

} // namespace

bool FiberFace::is_in_own(const Body& body) { return body.task != nullptr && EG(active_fiber) == body.task->fiber(); }

bool FiberFace::suspend(Body& body, zval* result) {
    const zend_fiber* const fiber = body.task->fiber();
    const auto [place, is_new] = parked_.try_emplace(fiber, Parked{&body, false, false, {}});
    if (!is_new) return false; // by a signal's handler, within suspend()
    const sched::Woken woken = park(body, place->second.is_resumed);
    Parked its = parked_.at(fiber);
    forget(*fiber);
    if (woken == sched::Woken::Refused) return EG(exception) != nullptr;
    if (!its.is_resumed) return true; // an exception says why
    if (EG(exception) != nullptr) {
        zval_ptr_dtor(&its.value);
    } else if (its.is_exception) {
        zend::put_exception(Z_OBJ(its.value));
    } else {
        ZVAL_COPY_VALUE(result, &its.value);
    }
    return true;
}

bool FiberFace::resume(const zend_fiber& fiber, zval* value, bool is_exception) {
    const auto place = parked_.find(&fiber);
    if (place == parked_.end() || place->second.is_resumed) return false;
    Parked& its = place->second;
    its.is_resumed = true;
    its.is_exception = is_exception;
    if (value != nullptr) {
        ZVAL_COPY_DEREF(&its.value, value);
    } else {
        ZVAL_NULL(&its.value);
    }
    its.body->task->fiber()->caller = EG(main_fiber_context);
    its.body->strand.wake();
    return true;
}

} // namespace uvstream::task
