#include "uvstream/task/scopes.h"

#include <utility>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/task/join.h"
#include "uvstream/task/spawning.h"
#include "uvstream/task/tasks.h"
#include "uvstream/task/within.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

// Negative: never. (So is what no clock will reach.)
base::Deadline deadline_after(double seconds) {
    constexpr double kMost = 1e12;
    return seconds < 0 || seconds > kMost ? base::Deadline::never()
                                          : base::Deadline::after_us(static_cast<int64_t>(seconds * 1e6));
}

void call_function(const Call& call, zval* result) {
    ZVAL_UNDEF(result);
    call.info.retval = result;
    zend_call_function(&call.info, &call.cache);
    if (Z_TYPE_P(result) == IS_UNDEF) ZVAL_NULL(result);
    if (Z_ISREF_P(result)) zend_unwrap_reference(result);
}

void call_within(Scope& scope, const Call& call, zval* result) {
    within(tasks().running(), scope, [&] { call_function(call, result); });
}

// What is in it has the deadline of what it is opened in.
Body& open(Group& group) {
    Body& body = tasks().running();
    group.open(body);
    group.set_deadline(body.strand.limit);
    return body;
}

// A task for each of the functions: see spawn_each().
void spawn_within(Body& body, Group& group, zval* functions, zval* spawned) {
    array_init(spawned);
    GroupScope scope(group);
    within(body, scope, [&] { spawn_each(group, functions, spawned); });
}

// It is the running strand that waits: another one than has opened the group, where it is in a Fiber of the script's.
void join_running(Group& group) {
    Body& body = tasks().running();
    group.open(body);
    join(body, group);
}

void drop_result(zval* result) {
    zval_ptr_dtor(result);
    ZVAL_NULL(result);
}

// The group has ended, and its handle is of no use any more.
void close(Group& group, zval* result) {
    group.close();
    if (EG(exception) == nullptr) zend::put_exception(group.take_failure());
    if (EG(exception) != nullptr) drop_result(result);
    group.release();
}

} // namespace

void run(Call call, zval* result) {
    Tasks& all = tasks();
    all.scheduler.leave_parents_loop();
    Group& group = *Group::make(Group::Policy::Run, 0);
    Body& body = open(group);
    RunPlace place{body};
    all.open_run(place);
    Scope root;
    root.root = &group;
    const bool has_returned = zend::try_call([&] {
        within(body, root, [&] {
            GroupScope scope(group);
            call_within(scope, call, result);
            join_running(group);
        });
    });
    all.close_run(place);
    if (!has_returned) zend::resume_bailout();
    close(group, result);
}

void run_group(Group& group, zval* handle, Call call, zval* result) {
    (void)open(group);
    group.add_reference();
    call.info.params = handle;
    call.info.param_count = 1;
    GroupScope scope(group);
    call_within(scope, call, result);
    join_running(group);
    close(group, result);
}

void run_all(zval* functions, size_t limit, zval* result) {
    Group& group = *Group::make(Group::Policy::Group, limit);
    Body& body = open(group);
    array_init(result);
    zval spawned;
    spawn_within(body, group, functions, &spawned);
    join_running(group);
    if (EG(exception) == nullptr && !group.has_failed()) take_results(spawned, result);
    zval_ptr_dtor(&spawned);
    close(group, result);
}

namespace {

// The winner's result, whoever has failed before.
void take_won(Group& group, Task& winner, zval* result) {
    if (zend_object* const failure = group.take_failure()) OBJ_RELEASE(failure);
    if (EG(exception) == nullptr) ZVAL_COPY(result, winner.outcome().value());
    OBJ_RELEASE(winner.object());
}

} // namespace

void run_first(zval* functions, zval* result) {
    Group& group = *Group::make(Group::Policy::First, 0);
    Body& body = open(group);
    ZVAL_NULL(result);
    zval spawned;
    spawn_within(body, group, functions, &spawned);
    const bool is_empty = zend_hash_num_elements(Z_ARRVAL(spawned)) == 0;
    if (is_empty && EG(exception) == nullptr) zend::throw_no_functions(1);
    join_running(group);
    if (Task* const winner = group.take_winner()) {
        take_won(group, *winner, result);
    } else if (EG(exception) == nullptr && !group.has_failed()) {
        take_results(spawned, result); // each was cancelled: it throws
    }
    zval_ptr_dtor(&spawned);
    close(group, result);
}

void run_timeout(double seconds, Call call, zval* result) {
    Scope scope;
    scope.limit = deadline_after(seconds);
    call_within(scope, call, result);
    if (EG(exception) == nullptr) return;
    const Body& body = tasks().running();
    // One around it whose time is over as well says so itself; and a cancellation by one.
    const Cancellation* const cancellation = body.cancelled_by;
    const bool is_anothers =
        body.is_past_limit() || (cancellation != nullptr && cancellation->reason == CancelReason::Deadline);
    if (!is_anothers && scope.limit.passed() && zend::is_deadline(zend::find_cancelled(EG(exception)))) {
        zend::throw_timeout(seconds, zend::take_exception());
    }
}

void run_shielded(Call call, zval* result) {
    Scope scope;
    scope.is_shield = true;
    call_within(scope, call, result);
}

void delay(double seconds) {
    Body& body = tasks().running();
    sched::Scheduler& scheduler = body.strand.scheduler;
    scheduler.leave_parents_loop();
    const base::Deadline deadline = deadline_after(seconds);
    if (deadline.is_now()) {
        (void)scheduler.yield(body.strand);
    } else {
        (void)scheduler.park(body.strand, sched::Event::time(), deadline);
    }
}

void await(Task& task, double seconds, zval* result) {
    Body& body = tasks().running();
    if (&task == body.task) return zend::throw_awaits_itself();
    if (!task.has_ended()) {
        body.waits_for = {WaitsFor::Kind::Task, &task};
        const sched::Woken woken = task.awaiters().wait(body.strand, deadline_after(seconds));
        body.waits_for = {};
        if (EG(exception) != nullptr) return;
        if (woken == sched::Woken::Refused) return zend::throw_deadlock(nullptr);
        if (!task.has_ended()) return zend::throw_await_timeout(seconds);
    }
    task.outcome().take(result);
}

} // namespace uvstream::task
