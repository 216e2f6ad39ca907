#include "uvstream/task/task.h"

#include <new>
#include <utility>

#include "uvstream/base/clock.h"
#include "uvstream/task/entry.h"
#include "uvstream/task/group.h"
#include "uvstream/task/locals.h"
#include "uvstream/task/root_frame.h"
#include "uvstream/task/stack_pool.h"
#include "uvstream/task/task_object.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

Task& Task::make(Tasks& tasks, Group& home, const Callable& callable, const Body& creator) {
    zval object, fiber;
    object_init_ex(&object, zend::task_classes.task);
    object_init_ex(&fiber, zend_ce_fiber);
    end_with_script(*Z_OBJ(fiber));
    auto* const its_fiber = reinterpret_cast<zend_fiber*>(Z_OBJ(fiber));
    callable.keep_in(its_fiber->fci);

    TaskObject& its = TaskObject::of(Z_OBJ(object));
    Task& task = *new (its.memory) Task(tasks, *Z_OBJ(object), *its_fiber, home);
    its.is_made = true;
    task.body.outer_root = home.root();
    if (task.body.outer_root != nullptr) task.body.outer_root->add_reference();
    task.body.locals = share_locals(creator.locals);
    task.body.engine.inherit();
    task.body.base_limit = home.deadline();
    if (!home.deadline().is_never()) task.body.refresh();
    zend_observer_fiber_init_notify(&its_fiber->context); // in its creator, whose it begins with
    return task;
}

Task::Task(Tasks& its_tasks, zend_object& its_object, zend_fiber& its_fiber, Group& its_home)
    : TaskStrand(its_tasks.scheduler), tasks_(its_tasks), object_(&its_object), fiber_(&its_fiber), home_(&its_home),
      number_(++its_tasks.spawned) {
    body.task = this;
    fiber_->context.kind = zend_ce_fiber;
    fiber_->previous = &fiber_->context;
    tasks_.hooks.begin(strand, notes);
    strand.parking.since_us = base::coarse_now_us();
}

Task::~Task() {
    body.cancellation.clear();
    if (body.outer_root != nullptr) body.outer_root->release();
    if (fiber_ != nullptr) OBJ_RELEASE(&fiber_->std);
}

Task* Task::of(zend_object* object) { return &TaskObject::of(object).task(); }

const zend_string* Task::name() const {
    const zval* name = OBJ_PROP_NUM(object_, 0);
    ZVAL_DEREF(name);
    return Z_TYPE_P(name) == IS_STRING ? Z_STR_P(name) : ZSTR_EMPTY_ALLOC(); // it may be unset
}

bool Task::make_ready() {
    stack_ = tasks_.stacks.take(run_tasks);
    if (stack_ == nullptr) return false;
    state_ = State::Ready;
    home_->begun();
    strand.scheduler.dispatcher().make_ready(strand);
    return true;
}

size_t Task::colour() const { return stack_->colour; }

zend_fiber_context* Task::begin() {
    state_ = State::Begun;
    zend_fiber_context& context = fiber_->context;
    context = stack_->context;
    context.status = ZEND_FIBER_STATUS_INIT;
    fiber_->caller = EG(main_fiber_context); // so that resume() refuses it, and the collector leaves its frames alone
    body.context = &context;
    return &context;
}

bool Task::call() {
    enter_root_frame(*fiber_, *stack_);
    fiber_->fci.retval = &fiber_->result;
    body.engine.enter();
    return zend::try_call([this] {
        zend_call_function(&fiber_->fci, &fiber_->fci_cache);
        strand.scheduler.dispatcher().end_hold(strand);
        end();
    });
}

// exit() is {main}'s.
bool Task::settle_exit() {
    if (!zend::is_exit(EG(exception))) return false;
    if (!zend_is_graceful_exit(EG(exception))) tasks_.set_pending(Tasks::Pending::Exit);
    zend_clear_exception();
    return true;
}

// Before anything of the task is let go of: what is in flight is its outcome.
void Task::settle() {
    if (EG(exception) == nullptr) return;
    if (settle_exit()) {
        body.cancellation.set(CancelReason::Shutdown, nullptr);
        outcome_.set_cancelled(nullptr);
        return;
    }
    fiber_->flags |= ZEND_FIBER_FLAG_THREW;
    outcome_.set_thrown(zend::take_exception(), body.cancellation);
}

// Whether it was one of those that its group lets run.
bool Task::leave_live() {
    const bool was_running = state_ != State::Queued;
    state_ = State::Ended;
    tasks_.remove(*this);
    return was_running;
}

// Its group may go on.
void Task::leave_home() {
    const bool was_running = leave_live();
    ++tasks_.ended;
    std::exchange(home_, nullptr)->ended(*this, was_running);
}

void Task::count_outcome() {
    if (outcome_.was_cancelled()) {
        ++tasks_.cancelled;
    } else if (outcome_.failure() != nullptr) {
        ++tasks_.failed;
    }
}

void Task::tell_end() {
    count_outcome();
    state_ = State::Ended; // it is none of those that its failure cancels
    home_->judge(*this);
    state_ = State::Ending;
    awaiters_.wake_all();
}

// As {main} does by an exception that nobody catches.
void Task::fail_script() {
    zend_object* const failure = outcome_.observe_failure();
    if (failure == nullptr) return;
    GC_ADDREF(failure);
    zend::report_uncaught(failure);
    settle_rest();
}

// What it has returned or thrown, and what a WeakMap has by it, while destructors can still run in it.
void Task::drop_outcome() {
    if ((GC_FLAGS(object_) & IS_OBJ_WEAKLY_REFERENCED) != 0) {
        zend_weakrefs_notify(object_);
        GC_DEL_FLAGS(object_, IS_OBJ_WEAKLY_REFERENCED); // or its end would ask for them again
    }
    if (!is_unreachable()) return; // a destructor has found it, by tasks()
    outcome_.drop();
    if (GC_REFCOUNT(&fiber_->std) > 1) return;
    zval returned;
    ZVAL_NULL(&returned);
    std::swap(returned, fiber_->result);
    zval_ptr_dtor(&returned);
}

// What its function, and the output callbacks and arguments that it leaves, have come to.
void Task::settle_outcome() {
    settle();
    if (&tasks_.head() == &body) fail_script();
    body.engine.flush();
    if (!outcome_.is_known()) settle(); // what an output callback has thrown
    body.leave_all();
    release_call(fiber_->fci);
    settle_rest();
    if (!outcome_.is_known()) outcome_.set_returned(&fiber_->result);
}

void Task::drop_what_it_had() {
    drop_locals(std::exchange(body.locals, nullptr));
    if (is_unreachable()) report();
    if (is_unreachable()) drop_outcome();
    body.engine.drop();
    settle_rest();
}

void Task::end() {
    strand.scheduler.leave_parents_loop(); // the function may have forked, and not waited
    settle_outcome();
    tell_end();
    drop_what_it_had();
    leave_home();
    tasks_.hooks.end(strand); // after all user code, which may use streams
    if (!settle_exit() && EG(exception) != nullptr) zend_clear_exception(); // of a stream that was closed late
}

// What a destructor, or an output callback, has thrown since.
void Task::settle_rest() {
    if (settle_exit()) return;
    zend_object* const failure = zend::take_exception();
    if (failure == nullptr) return;
    tasks_.report(failure, *this);
    OBJ_RELEASE(failure);
    (void)settle_exit(); // of the handler
}

// Nobody resumes it, or looks at its frames, any more.
void Task::leave_fiber() {
    fiber_->context.status = ZEND_FIBER_STATUS_DEAD;
    fiber_->execute_data = fiber_->stack_bottom = nullptr;
    fiber_->caller = nullptr;
}

// (Zend, where it comes back to, destroys a context that is dead, with its stack.)
Stack& Task::hand_back_stack() {
    zend_fiber_context& context = fiber_->context;
    zend_observer_fiber_destroy_notify(&context);
    stack_->context = context;
    stack_->context.status = ZEND_FIBER_STATUS_RUNNING;
    stack_->context.top_observed_frame = nullptr;
    EG(current_fiber_context) = &stack_->context;
    EG(active_fiber) = nullptr;
    leave_fiber();
    context.stack = nullptr;
    context.handle = nullptr;
    return *std::exchange(stack_, nullptr);
}

void Task::leave_stack() { tasks_.stacks.give_back_own(hand_back_stack()); }

void Task::drop() {
    if (home_ == nullptr) return;
    if (!has_ended()) outcome_.set_cancelled(nullptr);
    const bool was_running = leave_live();
    tasks_.drop_runs(body);
    tasks_.hooks.bury(strand);
    tasks_.autoload_gate.forget(strand);
    strand.scheduler.dispatcher().remove(strand);
    body.bury();
    tasks_.fiber_face.forget(*fiber_);
    leave_fiber();
    std::exchange(home_, nullptr)->forget(*this, was_running);
}

void Task::cancel(CancelReason reason, zend_string* message) {
    if (state_ == State::Ended || !body.cancellation.set(reason, message)) return;
    if (state_ == State::Queued || state_ == State::Ready) return end_unbegun();
    body.refresh();
}

void Task::meet_limit() {
    if (home_ != nullptr && body.base_limit.passed()) home_->cancel(CancelReason::Deadline, nullptr);
}

void Task::end_unbegun() {
    outcome_.set_cancelled(zend::make_cancelled(name_of(body.cancellation.reason), body.cancellation.message));
    leave_unbegun();
}

void Task::fail_to_begin() {
    outcome_.set_cancelled(nullptr); // it is no failure of the group's
    leave_unbegun();
}

void Task::leave_unbegun() {
    zend_observer_fiber_destroy_notify(&fiber_->context);
    if (stack_ != nullptr) tasks_.stacks.give_back(*std::exchange(stack_, nullptr));
    strand.scheduler.dispatcher().remove(strand);
    tasks_.hooks.bury(strand);
    fiber_->context.status = ZEND_FIBER_STATUS_DEAD;
    count_outcome();
    leave_home();
    awaiters_.wake_all();
    drop_locals(std::exchange(body.locals, nullptr));
    release_call(fiber_->fci);
    body.engine.drop_inherited();
    OBJ_RELEASE(object_); // its own
}

void Task::report() {
    if (zend_object* const failure = outcome_.observe_failure()) tasks_.report(failure, *this);
}

} // namespace uvstream::task
