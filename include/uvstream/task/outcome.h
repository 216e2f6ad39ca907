#pragma once

#include "uvstream/task/cancellation.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What a task has come to: it has returned a value, failed, or was cancelled. Until one of these is set, none.
class Outcome {
  public:
    Outcome() { ZVAL_UNDEF(&value_); }
    ~Outcome();
    Outcome(const Outcome&) = delete;
    Outcome& operator=(const Outcome&) = delete;

    void set_returned(zval* value);

    // Takes the reference. It is a failure, unless it is the CancelledError, or what a C client has made of that.
    void set_thrown(zend_object* exception, const Cancellation& cancellation);

    // Takes the reference to what is thrown again; null where nothing of the task's has run that would have thrown it.
    void set_cancelled(zend_object* error);

    bool is_known() const { return was_cancelled_ || failure_ != nullptr || Z_TYPE(value_) != IS_UNDEF; }
    bool was_cancelled() const { return was_cancelled_; }
    zend_object* failure() const { return failure_; } // or its CancelledError
    const zval* value() const { return &value_; }

    // For who awaits the task: copies the value, or throws again what was thrown.
    void take(zval* value);

    // Somebody has been told of the failure.
    void observe() { is_observed_ = true; }

    // The failure, for the one who is to be told of it; null where there is none, or somebody has been told.
    zend_object* observe_failure();

    // Nobody will ask for it. Enters user code.
    void drop();

  private:
    zval value_;
    zend_object* failure_ = nullptr;
    bool was_cancelled_ = false;
    bool is_observed_ = false;
};

} // namespace uvstream::task
