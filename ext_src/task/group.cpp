#include "uvstream/task/group.h"

#include <new>
#include <utility>

#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

Group* Group::make(Policy policy, size_t limit) {
    auto* const group = new (emalloc(sizeof(Group))) Group();
    group->policy_ = policy;
    group->limit_ = limit;
    return group;
}

void Group::release() {
    if (--references_ > 0) return;
    cancellation_.clear();
    if (failure_ != nullptr) OBJ_RELEASE(failure_);
    efree(this);
}

void Group::open(Body& opener) {
    opener_ = &opener;
    root_ = policy_ == Policy::Run ? this : opener.root();
}

void Group::close() {
    opener_ = nullptr;
    policy_ = Policy::Run; // who is left in it, if anybody is, cannot fail it any more
}

void Group::add(Task& task) {
    add_reference();
    members_.add(task);
}

void Group::unlink(Task& task, bool was_running) {
    members_.remove(task);
    if (was_running) --running_;
    if (is_empty() && opener_ != nullptr) opener_->strand.wake();
}

void Group::ended(Task& task, bool was_running) {
    unlink(task, was_running);
    if (was_running) begin_next();
    release();
}

void Group::forget(Task& task, bool was_running) {
    unlink(task, was_running);
    release();
}

void Group::judge(Task& task) {
    Outcome& outcome = task.outcome();
    if (policy_ == Policy::Run || outcome.was_cancelled()) return;
    if (zend_object* const failure = outcome.failure()) {
        outcome.observe();
        GC_ADDREF(failure);
        note_failure(failure);
        if (policy_ == Policy::Group) cancel(CancelReason::Failure, nullptr);
    } else if (policy_ == Policy::First && winner_ == nullptr) {
        winner_ = &task;
        GC_ADDREF(task.object());
        cancel(CancelReason::Requested, nullptr);
    }
}

void Group::begin_next() {
    if (limit_ == 0) return;
    for (Task* task = members_.first(); task != nullptr && may_begin(); task = task->next_member) {
        if (task->state() == Task::State::Queued && !task->make_ready()) {
            note_failure(zend::take_exception());
            cancel(CancelReason::Failure, nullptr);
            return;
        }
    }
}

void Group::cancel(CancelReason reason, zend_string* message) {
    if (!cancellation_.set(reason, message)) return;
    if (opener_ != nullptr) opener_->refresh();
    add_reference();
    members_.cancel_each(reason, message);
    release();
}

void Group::note_failure(zend_object* failure) {
    if (failure == nullptr) return;
    if (failure_ == nullptr) {
        failure_ = failure;
    } else if (policy_ == Policy::First) {
        zend::put_behind(failure, std::exchange(failure_, failure));
    } else {
        zend::put_behind(failure_, failure);
    }
}

zend_object* Group::take_failure() { return std::exchange(failure_, nullptr); }
Task* Group::take_winner() { return std::exchange(winner_, nullptr); }

} // namespace uvstream::task
