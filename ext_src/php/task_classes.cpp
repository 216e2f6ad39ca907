#include "uvstream/php/task_classes.h"

#include "uvstream/php/own_names.h"
#include "uvstream/php/task_classes_arginfo.h"
#include "uvstream/php/task_functions.h"
#include "uvstream/task/channel_object.h"
#include "uvstream/task/group_object.h"
#include "uvstream/task/local_object.h"
#include "uvstream/task/task_object.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

namespace {

constexpr const char* kNames[] = {
    "Uvstream\\Task",
    "Uvstream\\Group",
    "Uvstream\\Channel",
    "Uvstream\\TaskLocal",
    "Uvstream\\CancelReason",
    "Uvstream\\CancelledError",
    "Uvstream\\DeadlockError",
    "Uvstream\\TimeoutException",
    "Uvstream\\ClosedException",
    "Uvstream\\Readiness",
};

bool are_declared = false;

} // namespace

bool declare_tasks(int type) {
    for (const char* name : kNames) {
        if (has_class(name)) return true;
    }
    zend::task_classes = {
        register_class_Uvstream_Task(),
        register_class_Uvstream_Group(zend_ce_countable),
        register_class_Uvstream_Channel(zend_ce_aggregate, zend_ce_countable),
        register_class_Uvstream_TaskLocal(),
        register_class_Uvstream_CancelReason(),
        register_class_Uvstream_CancelledError(zend_ce_error),
        register_class_Uvstream_DeadlockError(zend_ce_error),
        register_class_Uvstream_TimeoutException(spl_ce_RuntimeException),
        register_class_Uvstream_ClosedException(spl_ce_RuntimeException),
        register_class_Uvstream_Readiness(),
    };
    task::prepare_task_class();
    task::prepare_group_class();
    task::prepare_channel_class();
    task::prepare_local_class();
    are_declared = true;
    return declare_task_functions(type);
}

void remove_tasks() {
    if (are_declared) remove_task_functions();
    are_declared = false;
}

} // namespace uvstream::php
