#include "uvstream/php/task_methods.h"

#include "uvstream/php/seconds.h"
#include "uvstream/task/scopes.h"
#include "uvstream/task/tasks.h"
#include "uvstream/task/whereabouts.h"
#include "uvstream/zend/report.h"

namespace uvstream::php {

namespace {

task::Task& this_task(zend_execute_data* execute_data) { return *task::Task::of(Z_OBJ_P(ZEND_THIS)); }

} // namespace

ZEND_METHOD(Uvstream_Task, __construct) { ZEND_PARSE_PARAMETERS_NONE(); }

ZEND_METHOD(Uvstream_Task, current) {
    ZEND_PARSE_PARAMETERS_NONE();

    const task::Task* const task = task::tasks().running().task;
    if (task == nullptr) RETURN_NULL();
    RETURN_OBJ_COPY(task->object());
}

ZEND_METHOD(Uvstream_Task, await) {
    double seconds = -1;
    bool has_no_limit = true;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_DOUBLE_OR_NULL(seconds, has_no_limit)
    ZEND_PARSE_PARAMETERS_END();

    if (!has_no_limit && !check_seconds(seconds, 1)) RETURN_THROWS();
    task::await(this_task(execute_data), has_no_limit ? -1 : seconds, return_value);
}

ZEND_METHOD(Uvstream_Task, cancel) {
    zend_string* message = nullptr;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_STR_OR_NULL(message)
    ZEND_PARSE_PARAMETERS_END();

    task::Task& task = this_task(execute_data);
    if (!task.has_ended()) task.cancel(task::CancelReason::Requested, message);
}

ZEND_METHOD(Uvstream_Task, isDone) {
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_BOOL(this_task(execute_data).has_ended());
}

ZEND_METHOD(Uvstream_Task, where) {
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_STR(task::whereabouts(this_task(execute_data).body));
}

} // namespace uvstream::php
