#include "uvstream/php/scope_methods.h"

#include "uvstream/task/group_object.h"
#include "uvstream/task/local_object.h"
#include "uvstream/task/locals.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

ZEND_METHOD(Uvstream_Group, __construct) { ZEND_PARSE_PARAMETERS_NONE(); }

ZEND_METHOD(Uvstream_Group, spawn) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, -1)
    Z_PARAM_FUNC(info, cache)
    Z_PARAM_VARIADIC_WITH_NAMED(info.params, info.param_count, info.named_params)
    ZEND_PARSE_PARAMETERS_END();

    task::Task* const task =
        task::tasks().spawn(task::group_of(Z_OBJ_P(ZEND_THIS)),
                            {&info.function_name, cache, info.params, info.param_count, info.named_params});
    if (task == nullptr) RETURN_THROWS();
    RETURN_OBJ(task->object());
}

ZEND_METHOD(Uvstream_Group, cancel) {
    zend_string* message = nullptr;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_STR_OR_NULL(message)
    ZEND_PARSE_PARAMETERS_END();

    task::group_of(Z_OBJ_P(ZEND_THIS)).cancel(task::CancelReason::Requested, message);
}

ZEND_METHOD(Uvstream_Group, count) {
    ZEND_PARSE_PARAMETERS_NONE();

    RETURN_LONG(static_cast<zend_long>(task::group_of(Z_OBJ_P(ZEND_THIS)).live()));
}

ZEND_METHOD(Uvstream_TaskLocal, __construct) {
    zval* value = nullptr;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();

    zval& its_default = task::local_of(Z_OBJ_P(ZEND_THIS)).its_default;
    if (Z_TYPE(its_default) != IS_UNDEF) {
        zend::throw_constructed_twice();
        RETURN_THROWS();
    }
    ZVAL_NULL(&its_default);
    if (value != nullptr) ZVAL_COPY(&its_default, value);
}

ZEND_METHOD(Uvstream_TaskLocal, get) {
    ZEND_PARSE_PARAMETERS_NONE();

    task::Local& local = task::local_of(Z_OBJ_P(ZEND_THIS));
    const zval* const value = task::find_local(task::tasks().running().locals, local.number);
    RETURN_COPY(value != nullptr ? value : &local.its_default);
}

ZEND_METHOD(Uvstream_TaskLocal, set) {
    zval* value;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();

    task::set_local(task::tasks().running().locals, task::local_of(Z_OBJ_P(ZEND_THIS)).number, value);
}

} // namespace uvstream::php
