#pragma once

#include "uvstream/zend/php_api.h"

// The errors of tasks: what is thrown, and its text.
namespace uvstream::zend {

// Set at module start-up.
struct TaskClasses {
    zend_class_entry* task;
    zend_class_entry* group;
    zend_class_entry* channel;
    zend_class_entry* task_local;
    zend_class_entry* cancel_reason;
    zend_class_entry* cancelled_error;
    zend_class_entry* deadlock_error;
    zend_class_entry* timeout_exception;
    zend_class_entry* closed_exception;
    zend_class_entry* readiness;
};
extern TaskClasses task_classes;

// A CancelledError with the case of CancelReason that has this name, and a message, or its own if that is null.
zend_object* make_cancelled(const char* reason, const zend_string* message);
void throw_cancelled(const char* reason, const zend_string* message);

// Nothing will ever wake the strand. The report is who waits for what; null: it is here that nobody else can run.
void throw_deadlock(const zend_string* report);

void throw_await_timeout(double seconds);

// As what `cause`, whose reference it takes, has become: timeout()'s time is over.
void throw_timeout(double seconds, zend_object* cause);

// A Fiber's forced end, which no catch takes.
void throw_forced_end();

void throw_channel_closed(bool is_to_send);
void throw_constructed_twice();
void throw_no_references();
void throw_awaits_itself();
void throw_group_ended();
void throw_no_more_tasks();
void throw_exchange_of_another_fiber();
void throw_connection_closed();
void throw_call_of_another_task();
[[noreturn]] void end_by_close_in_call();

// No stack for a task beside so many others: a limit would be exceeded, or the system refuses. The reference to the
// cause is taken.
void throw_mappings_used_up(size_t stacks, size_t most);
void throw_memory_used_up(size_t stacks);
void throw_stack_refused(zend_object* cause, size_t stacks);

void throw_not_positive(uint32_t argument);
void throw_no_functions(uint32_t argument);
void throw_not_callable(const char* why);

// The exception in flight, out of the engine, and back; null for none. The caller owns it meanwhile.
zend_object* take_exception();
void put_exception(zend_object* exception);

// An exception that unwinds the strand, aside while user code of the same strand runs in between, as on_error()'s
// function. What that throws is put before it. (While others run: HiddenException.)
struct ExceptionAside {
    zend_object* exception;
    const zend_op* opline;
};
ExceptionAside put_aside();
void put_back(const ExceptionAside& aside);

// exit(), or a Fiber's forced end, rather than an exception.
bool is_exit(const zend_object* exception);

// One that ends the script: the exception handler gets it, if there is one, or it is a fatal error that does not bail
// out. Takes the reference. Enters user code, which may throw.
void report_uncaught(zend_object* exception);

// A failure that nobody awaits, by default: as an uncaught exception, but a warning.
void report_failure(zend_object* exception);

} // namespace uvstream::zend
