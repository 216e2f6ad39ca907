#include "uvstream/task/tasks.h"

#include <utility>

#include "uvstream/base/deadline.h"
#include "uvstream/task/locals.h"
#include "uvstream/task/script_end.h"
#include "uvstream/task/switching.h"
#include "uvstream/task/whereabouts.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

Tasks::Tasks(sched::Scheduler& its, const StrandHooks& its_hooks) : SharedByTasks(its, its_hooks), main_(its.main()) {
    scheduler.dispatcher().set_switcher(&switcher);
}

Task* Tasks::spawn(Group& home, const Callable& callable) {
    scheduler.leave_parents_loop();
    if (has_ended_ || zend::has_failed_for_good()) return zend::throw_no_more_tasks(), nullptr;
    if (!home.is_open()) return zend::throw_group_ended(), nullptr;
    if (!std::exchange(is_used_, true)) {
        call_at_script_end();
        hooks.first();
    }
    Task& task = Task::make(*this, home, callable, running());
    add(task);
    home.add(task);
    GC_ADDREF(task.object()); // its own
    if (home.cancellation().is_set) {
        task.cancel(home.cancellation().reason, home.cancellation().message);
    } else if (home.may_begin() && !task.make_ready()) {
        task.fail_to_begin();
        OBJ_RELEASE(task.object());
        return nullptr;
    }
    return &task;
}

Group& Tasks::root() {
    if (Group* const innermost = running().root()) return *innermost;
    if (script_ == nullptr) {
        script_ = Group::make(Group::Policy::Run, 0);
        script_->open(main_);
    }
    return *script_;
}

void Tasks::choose_signal_strand() {
    scheduler.dispatcher().run_handlers_in(runs_ != nullptr ? runs_->opener.strand : head_->strand);
    meet_interrupt(running());
}

void Tasks::pass_interrupt_on() {
    is_interrupt_due_ = true;
    scheduler.dispatcher().give_signal();
}

void Tasks::meet_interrupt(const Body& body) {
    if (!is_interrupt_due_ || !scheduler.dispatcher().runs_handlers(body.strand)) return;
    is_interrupt_due_ = false;
    zend::request_interrupt();
}

void Tasks::resumed(const Body& body) {
    meet_interrupt(body);
    if (body.task == nullptr) meet_pending();
}

void Tasks::open_run(RunPlace& place) {
    place.outer = std::exchange(runs_, &place);
    choose_signal_strand();
}

void Tasks::close_run(RunPlace& place) {
    RunPlace** link = &runs_;
    while (*link != &place && *link != nullptr) link = &(*link)->outer;
    if (*link != nullptr) *link = place.outer;
    choose_signal_strand();
}

void Tasks::drop_runs(const Body& opener) {
    for (RunPlace** link = &runs_; *link != nullptr;) {
        if (&(*link)->opener == &opener) {
            *link = (*link)->outer;
        } else {
            link = &(*link)->outer;
        }
    }
    choose_signal_strand();
}

// (Memory that it holds is the child's for good: no leak.)
void Tasks::forget(Body& body) {
    head_ = &running();
    PG(report_memleaks) = false;
    if (body.task != nullptr) {
        body.task->drop();
    } else {
        drop_runs(body);
    }
}

void Tasks::add(Task& task) { live_.add(task); }

void Tasks::remove(Task& task) {
    live_.remove(task);
    if (live_.is_empty() && has_ended_) main_.strand.wake();
}

void Tasks::set_pending(Pending pending) {
    pending_ = pending;
    head_ = &main_;
}

void Tasks::meet_pending() {
    if (pending_ == Pending::Nothing) return;
    if (pending_ == Pending::Bailout) {
        pending_ = Pending::Nothing;
        scheduler.dispatcher().end_wait(main_.strand);
        EG(active_fiber) = nullptr;
        zend::resume_bailout();
    }
    // Its wait ends with it, or the engine's next safe point.
    main_.strand.set_end(main_.strand.limit, true);
    zend::request_interrupt();
}

bool Tasks::throw_exit(const Body& body) {
    if (pending_ != Pending::Exit || &body != &main_) return false;
    pending_ = Pending::Nothing;
    main_.refresh();
    if (EG(exception) == nullptr) zend_throw_unwind_exit();
    return true;
}

bool Tasks::is_cancellation_of_running(zend_object* failure) const {
    return running().cancellation.is_set && zend::as_cancelled(failure) != nullptr;
}

void Tasks::call_on_error(zend_object* failure, Task& task) {
    zval arguments[2], result;
    ZVAL_OBJ(&arguments[0], failure);
    ZVAL_OBJ(&arguments[1], task.object());
    ZVAL_UNDEF(&result);
    zval function;
    ZVAL_COPY(&function, &on_error);
    call_user_function(nullptr, nullptr, &function, &result, 2, arguments);
    zval_ptr_dtor(&function);
    zval_ptr_dtor(&result);
    if (EG(exception) == nullptr || zend::is_exit(EG(exception))) return;
    zend_object* const of_handler = zend::take_exception();
    if (!is_cancellation_of_running(of_handler)) zend::report_failure(of_handler);
    OBJ_RELEASE(of_handler);
}

void Tasks::report(zend_object* failure, Task& task) {
    if (is_cancellation_of_running(failure)) return;
    const zend::ExceptionAside aside = zend::put_aside();
    if (Z_TYPE(on_error) == IS_UNDEF) {
        zend::report_failure(failure);
    } else {
        call_on_error(failure, task);
    }
    zend::put_back(aside);
}

void Tasks::keep_deadlock() {
    if (deadlock_ == nullptr) deadlock_ = deadlock_report(*head_);
}

zend_string* Tasks::take_deadlock() { return std::exchange(deadlock_, nullptr); }

// False where they cannot end: they wait for each other, behind shields.
bool Tasks::await_all() {
    while (!live_.is_empty()) {
        const sched::Woken woken =
            scheduler.park(main_.strand, sched::Event::set(live_.is_empty()), base::Deadline::never());
        if (EG(exception) != nullptr && !zend::is_exit(EG(exception))) zend_clear_exception();
        if (woken == sched::Woken::Deadlocked || woken == sched::Woken::Refused) return live_.is_empty();
        if (EG(exception) != nullptr) return live_.is_empty();
    }
    return true;
}

void Tasks::pierce_shields() {
    for (Task* task = live_.first(); task != nullptr; task = task->next_live) {
        task->body.scope = nullptr;
        task->body.refresh();
    }
}

void Tasks::end_script() {
    has_ended_ = true;
    if (CG(unclean_shutdown)) return bury_all();
    live_.cancel_each(CancelReason::Shutdown, nullptr);
    if (!await_all()) {
        pierce_shields();
        if (!await_all()) bury_all();
    }
    stacks.unmap_free();
}

void Tasks::end_script_late() {
    // After a fatal error the engine destroys nothing: what has jumped out of a shutdown function was an exit().
    const auto unclean = std::exchange(CG(unclean_shutdown), false);
    // (Up to PHP 8.3 no Fiber may be left meanwhile, except those that the engine itself ends.)
    unsigned blocks = 0;
    for (; zend_fiber_switch_blocked(); ++blocks) zend_fiber_switch_unblock();
    end_script();
    for (; blocks > 0; --blocks) zend_fiber_switch_block();
    if (unclean) CG(unclean_shutdown) = unclean;
}

void Tasks::let_go() {
    zval_ptr_dtor(&on_error);
    ZVAL_UNDEF(&on_error);
    drop_locals(std::exchange(main_.locals, nullptr));
    if (script_ != nullptr) std::exchange(script_, nullptr)->release();
}

void Tasks::bury_all() {
    while (!live_.is_empty()) live_.first()->drop();
}

void Tasks::end_request() {
    bury_all();
    stacks.unmap_all();
    main_.bury();
    main_.refresh();
    main_.locals = nullptr; // (after a fatal error; the request's memory goes as a whole)
    ZVAL_UNDEF(&on_error);
    ZVAL_UNDEF(&main_.handed);
    script_ = nullptr;
    runs_ = nullptr;
    pending_ = Pending::Nothing;
    head_ = &main_;
    spawned = ended = failed = cancelled = 0;
    locals_made = 0;
    is_used_ = has_ended_ = is_interrupt_due_ = false;
    deadlock_ = nullptr;
    autoload_gate.reset();
}

} // namespace uvstream::task
