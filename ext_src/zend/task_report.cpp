#include "uvstream/zend/task_report.h"

#include <utility>

namespace uvstream::zend {

TaskClasses task_classes;

namespace {

zend_object* make(zend_class_entry* type, const char* text, size_t size) {
    zval error, message;
    object_init_ex(&error, type);
    ZVAL_STRINGL(&message, text, size);
    zend_class_entry* const base = instanceof_function(type, zend_ce_exception) ? zend_ce_exception : zend_ce_error;
    zend_update_property_ex(base, Z_OBJ(error), ZSTR_KNOWN(ZEND_STR_MESSAGE), &message);
    zval_ptr_dtor(&message);
    return Z_OBJ(error);
}

zend_object* make(zend_class_entry* type, const char* text) { return make(type, text, strlen(text)); }

// Behind what is in flight already, if anything is.
void raise(zend_object* error) { zend_throw_exception_internal(error); }

// The function that has called us, if it is the script's, goes on with the exception.
void unwind_frame() {
    zend_execute_data* const frame = EG(current_execute_data);
    const bool is_users = frame != nullptr && frame->func != nullptr && ZEND_USER_CODE(frame->func->common.type);
    if (is_users) zend_rethrow_exception(frame);
}

} // namespace

zend_object* make_cancelled(const char* reason, const zend_string* message) {
    zend_object* const error = message != nullptr
                                   ? make(task_classes.cancelled_error, ZSTR_VAL(message), ZSTR_LEN(message))
                                   : make(task_classes.cancelled_error, "The task was cancelled");
    zval value;
    ZVAL_OBJ_COPY(&value, zend_enum_get_case_cstr(task_classes.cancel_reason, reason));
    zend_update_property(task_classes.cancelled_error, error, ZEND_STRL("reason"), &value);
    zval_ptr_dtor(&value);
    return error;
}

void throw_cancelled(const char* reason, const zend_string* message) { raise(make_cancelled(reason, message)); }

void throw_deadlock(const zend_string* report) {
    raise(report != nullptr ? make(task_classes.deadlock_error, ZSTR_VAL(report), ZSTR_LEN(report))
                            : make(task_classes.deadlock_error,
                                   "Cannot wait for another task here: no task can run until this call has returned"));
}

void throw_await_timeout(double seconds) {
    zend_throw_exception_ex(task_classes.timeout_exception, 0, "The task has not ended within %g seconds", seconds);
}

void throw_timeout(double seconds, zend_object* cause) {
    zend_object* const error =
        zend_throw_exception_ex(task_classes.timeout_exception, 0, "Not finished within %g seconds", seconds);
    zend_exception_set_previous(error, cause);
}

void throw_forced_end() { zend_throw_graceful_exit(); }

void throw_channel_closed(bool is_to_send) {
    zend_throw_exception(
        task_classes.closed_exception,
        is_to_send ? "Cannot send: the channel is closed" : "Cannot receive: the channel is closed and empty", 0);
}

void throw_constructed_twice() { zend_throw_error(nullptr, "Cannot call constructor twice"); }
void throw_no_references() { zend_throw_error(nullptr, "An iterator cannot be used with foreach by reference"); }
void throw_awaits_itself() { zend_throw_error(nullptr, "A task cannot await itself"); }
void throw_group_ended() { zend_throw_error(nullptr, "Cannot spawn in a group that has ended"); }
void throw_exchange_of_another_fiber() {
    zend_throw_error(nullptr, "Another Fiber waits in the midst of a call on this connection");
}
void throw_connection_closed() { zend_throw_error(nullptr, "Another task has closed this connection"); }
void throw_call_of_another_task() {
    if (EG(exception) != nullptr) return;
    zend_throw_error(nullptr, "Another task waits in the midst of a call on this connection, which ends both");
}
void end_by_close_in_call() {
    zend_clear_exception();
    zend_error_noreturn(E_ERROR, "A connection was closed while a Fiber waits in the midst of a call on it");
}
void throw_no_more_tasks() { zend_throw_error(nullptr, "Cannot spawn a task: the script has ended"); }

void throw_mappings_used_up(size_t stacks, size_t most) {
    zend_throw_error(nullptr,
                     "Cannot spawn a task: %zu have a stack, and vm.max_map_count, which is %zu, has room for no more:"
                     " raise it",
                     stacks, most);
}

void throw_memory_used_up(size_t stacks) {
    zend_throw_error(nullptr,
                     "Cannot spawn a task: %zu have a stack, and memory_limit, which is " ZEND_LONG_FMT
                     " bytes, has room for no more: raise it",
                     stacks, PG(memory_limit));
}

void throw_stack_refused(zend_object* cause, size_t stacks) {
    zend_throw_error(nullptr, "Cannot spawn a task: the system gives it no stack beside those of %zu others", stacks);
    if (cause != nullptr) zend_exception_set_previous(EG(exception), cause);
}

void throw_not_positive(uint32_t argument) { zend_argument_value_error(argument, "must be greater than 0"); }
void throw_no_functions(uint32_t argument) { zend_argument_value_error(argument, "must not be empty"); }
void throw_not_callable(const char* why) { zend_type_error("Each function must be a valid callback, %s", why); }

zend_object* take_exception() {
    zend_object* const exception = EG(exception);
    if (exception == nullptr) return nullptr;
    GC_ADDREF(exception);
    zend_clear_exception();
    return exception;
}

void put_exception(zend_object* exception) {
    if (exception != nullptr) raise(exception);
}

ExceptionAside put_aside() {
    if (EG(exception) == nullptr) return {};
    unwind_frame();
    return {std::exchange(EG(exception), nullptr), EG(opline_before_exception)};
}

void put_back(const ExceptionAside& aside) {
    if (aside.exception == nullptr) return;
    unwind_frame();
    EG(opline_before_exception) = aside.opline;
    if (is_exit(EG(exception))) return OBJ_RELEASE(aside.exception);
    if (EG(exception) == nullptr) {
        EG(exception) = aside.exception;
    } else {
        zend_exception_set_previous(EG(exception), aside.exception);
    }
}

bool is_exit(const zend_object* exception) {
    return exception != nullptr && (zend_is_unwind_exit(exception) || zend_is_graceful_exit(exception));
}

void report_uncaught(zend_object* exception) {
    raise(exception);
    zend_try_exception_handler();
    if (EG(exception) == nullptr || is_exit(EG(exception))) return;
    zend_exception_error(take_exception(), E_ERROR);
}

void report_failure(zend_object* exception) {
    GC_ADDREF(exception); // which the report releases
    zend_exception_error(exception, E_WARNING);
}

} // namespace uvstream::zend
