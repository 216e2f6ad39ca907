#pragma once

#include <cstddef>

#include "uvstream/task/group.h"
#include "uvstream/zend/php_api.h"

// What a script opens around a function, which runs in the caller's own strand. Each calls it, leaves its scope in good
// order, and returns: with `result` set, or an exception thrown.
namespace uvstream::task {

// A function of the script's, with its arguments.
struct Call {
    zend_fcall_info& info;
    zend_fcall_info_cache& cache;
};

void run(Call call, zval* result);

// `handle` is the group's PHP object, which the function is given.
void run_group(Group& group, zval* handle, Call call, zval* result);

// Calls the functions, each a task, and waits for them: their results under the same keys.
void run_all(zval* functions, size_t limit, zval* result);
void run_first(zval* functions, zval* result);

void run_timeout(double seconds, Call call, zval* result);
void run_shielded(Call call, zval* result);

// 0: lets the others run once.
void delay(double seconds);

// Waits for the task. Negative seconds: without limit.
void await(Task& task, double seconds, zval* result);

} // namespace uvstream::task
