#include "uvstream/task/outcome.h"

#include <utility>

#include "uvstream/zend/exception_chain.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

Outcome::~Outcome() {
    zval_ptr_dtor(&value_);
    if (failure_ != nullptr) OBJ_RELEASE(failure_);
}

void Outcome::set_returned(zval* value) { ZVAL_COPY_DEREF(&value_, value); }

void Outcome::set_thrown(zend_object* exception, const Cancellation& cancellation) {
    failure_ = exception;
    zend_object* const cancelled = cancellation.is_set ? zend::as_cancelled(exception) : nullptr;
    was_cancelled_ = cancelled != nullptr;
    if (!was_cancelled_ || cancelled == exception) return;
    GC_ADDREF(cancelled); // it is what a C client has wrapped
    OBJ_RELEASE(std::exchange(failure_, cancelled));
}

void Outcome::set_cancelled(zend_object* error) {
    was_cancelled_ = true;
    failure_ = error;
}

void Outcome::take(zval* value) {
    observe();
    if (failure_ != nullptr) {
        GC_ADDREF(failure_);
        zend::put_exception(failure_);
    } else if (was_cancelled_) {
        zend::throw_cancelled(name_of(CancelReason::Shutdown), nullptr);
    } else {
        ZVAL_COPY(value, &value_);
    }
}

zend_object* Outcome::observe_failure() {
    const bool is_news = failure_ != nullptr && !was_cancelled_ && !is_observed_;
    if (is_news) observe();
    return is_news ? failure_ : nullptr;
}

void Outcome::drop() {
    zval value;
    ZVAL_NULL(&value);
    std::swap(value, value_);
    zval_ptr_dtor(&value);
    if (failure_ != nullptr) OBJ_RELEASE(std::exchange(failure_, nullptr));
}

} // namespace uvstream::task
