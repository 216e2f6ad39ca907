#include "uvstream/php/task_functions.h"

#include "uvstream/php/metrics.h"
#include "uvstream/php/own_names.h"
#include "uvstream/php/seconds.h"
#include "uvstream/php/task_functions_arginfo.h"
#include "uvstream/stream/state.h"
#include "uvstream/task/dump.h"
#include "uvstream/task/group_object.h"
#include "uvstream/task/scopes.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/report.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::php {

bool declare_task_functions(int type) { return declare_functions(ext_functions, type) == SUCCESS; }
void remove_task_functions() { remove_functions(ext_functions); }

namespace {

// At most so many at a time; 0: any. Throws, and returns false.
bool check_limit(zend_long limit, bool is_null, uint32_t argument, size_t& most) {
    most = is_null ? 0 : static_cast<size_t>(limit);
    if (is_null || limit > 0) return true;
    zend::throw_not_positive(argument);
    return false;
}

} // namespace

ZEND_FUNCTION(Uvstream_run) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, -1)
    Z_PARAM_FUNC(info, cache)
    Z_PARAM_VARIADIC_WITH_NAMED(info.params, info.param_count, info.named_params)
    ZEND_PARSE_PARAMETERS_END();

    task::run({info, cache}, return_value);
}

ZEND_FUNCTION(Uvstream_spawn) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, -1)
    Z_PARAM_FUNC(info, cache)
    Z_PARAM_VARIADIC_WITH_NAMED(info.params, info.param_count, info.named_params)
    ZEND_PARSE_PARAMETERS_END();

    task::Tasks& tasks = task::tasks();
    task::Task* const task =
        tasks.spawn(tasks.root(), {&info.function_name, cache, info.params, info.param_count, info.named_params});
    if (task == nullptr) RETURN_THROWS();
    RETURN_OBJ(task->object());
}

ZEND_FUNCTION(Uvstream_group) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;
    zend_long limit = 0;
    bool has_no_limit = true;

    ZEND_PARSE_PARAMETERS_START(1, 2)
    Z_PARAM_FUNC(info, cache)
    Z_PARAM_OPTIONAL
    Z_PARAM_LONG_OR_NULL(limit, has_no_limit)
    ZEND_PARSE_PARAMETERS_END();

    size_t most;
    if (!check_limit(limit, has_no_limit, 2, most)) RETURN_THROWS();
    zval handle;
    task::Group& group = task::make_group(most, &handle);
    task::run_group(group, &handle, {info, cache}, return_value);
    zval_ptr_dtor(&handle);
}

ZEND_FUNCTION(Uvstream_all) {
    zval* functions;
    zend_long limit = 0;
    bool has_no_limit = true;

    ZEND_PARSE_PARAMETERS_START(1, 2)
    Z_PARAM_ITERABLE(functions)
    Z_PARAM_OPTIONAL
    Z_PARAM_LONG_OR_NULL(limit, has_no_limit)
    ZEND_PARSE_PARAMETERS_END();

    size_t most;
    if (!check_limit(limit, has_no_limit, 2, most)) RETURN_THROWS();
    task::run_all(functions, most, return_value);
}

ZEND_FUNCTION(Uvstream_first) {
    zval* functions;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_ITERABLE(functions)
    ZEND_PARSE_PARAMETERS_END();

    task::run_first(functions, return_value);
}

ZEND_FUNCTION(Uvstream_timeout) {
    double seconds;
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(2, 2)
    Z_PARAM_DOUBLE(seconds)
    Z_PARAM_FUNC(info, cache)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_seconds(seconds, 1)) RETURN_THROWS();
    task::run_timeout(seconds, {info, cache}, return_value);
}

ZEND_FUNCTION(Uvstream_shield) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_FUNC(info, cache)
    ZEND_PARSE_PARAMETERS_END();

    task::run_shielded({info, cache}, return_value);
}

ZEND_FUNCTION(Uvstream_delay) {
    double seconds;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_DOUBLE(seconds)
    ZEND_PARSE_PARAMETERS_END();

    if (!check_seconds(seconds, 1)) RETURN_THROWS();
    task::delay(seconds);
}

ZEND_FUNCTION(Uvstream_on_error) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_FUNC_OR_NULL(info, cache)
    ZEND_PARSE_PARAMETERS_END();

    zval& handler = task::tasks().on_error;
    if (Z_TYPE(handler) == IS_UNDEF) {
        RETVAL_NULL();
    } else {
        ZVAL_COPY_VALUE(return_value, &handler);
    }
    if (ZEND_FCI_INITIALIZED(info)) {
        task::keep_function(&handler, &info.function_name, cache);
    } else {
        ZVAL_UNDEF(&handler);
    }
}

ZEND_FUNCTION(Uvstream_set_wait_handler) {
    zend_fcall_info info;
    zend_fcall_info_cache cache;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_FUNC_OR_NULL(info, cache)
    ZEND_PARSE_PARAMETERS_END();

    zval handler;
    ZVAL_UNDEF(&handler);
    if (ZEND_FCI_INITIALIZED(info)) task::keep_function(&handler, &info.function_name, cache);
    const zval before = stream::state().fiber_waits.exchange_handler(handler);
    if (Z_ISUNDEF(before)) RETURN_NULL();
    ZVAL_COPY_VALUE(return_value, &before);
}

ZEND_FUNCTION(Uvstream_tasks) {
    ZEND_PARSE_PARAMETERS_NONE();

    array_init(return_value);
    for (const task::Task* task = task::tasks().first(); task != nullptr; task = task->next_live) {
        zval object;
        ZVAL_OBJ_COPY(&object, task->object());
        add_next_index_zval(return_value, &object);
    }
}

ZEND_FUNCTION(Uvstream_dump) {
    ZEND_PARSE_PARAMETERS_NONE();

    task::Text& text = task::tasks().text;
    text.clear();
    task::append_dump(text, task::Where::InCode);
    RETURN_STR(task::take_text(text));
}

ZEND_FUNCTION(Uvstream_metrics) {
    bool is_open = true;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_BOOL(is_open)
    ZEND_PARSE_PARAMETERS_END();

    task::Text& text = task::tasks().text;
    text.clear();
    append_metrics(text, is_open);
    RETURN_STR(task::take_text(text));
}

ZEND_FUNCTION(Uvstream_stats) {
    ZEND_PARSE_PARAMETERS_NONE();

    const task::Tasks& tasks = task::tasks();
    const auto add = [return_value](const char* name, uint64_t value) {
        add_assoc_long(return_value, name, static_cast<zend_long>(value));
    };
    const auto add_seconds = [return_value](const char* name, uint64_t us) {
        add_assoc_double(return_value, name, static_cast<double>(us) / 1e6);
    };
    array_init(return_value);
    add("tasks", tasks.live());
    add("spawned", tasks.spawned);
    add("ended", tasks.ended);
    const auto& counts = tasks.scheduler.dispatcher().counts();
    add("switches", counts.switches);
    add("waits", counts.parked);
    add("waits_in_place", counts.in_place);
    add("turns", counts.turns);
    add("stacks", tasks.stacks.mapped());
    add("stacks_pooled", tasks.stacks.free());
    add("strands_ready", tasks.scheduler.dispatcher().ready().size());
    add("failed", tasks.failed);
    add("cancelled", tasks.cancelled);
    add_seconds("seconds_in_place", counts.in_place_us);
    add("timers", counts.lag.count);
    add_seconds("timer_lag", counts.lag.total_us);
    add_seconds("timer_lag_longest", counts.lag.longest_us);
    add("accepted", counts.accepted);
    add("accept_pauses", counts.starved);
    add("handshakes_failed", counts.handshakes_failed);
    add("lookups", tasks.scheduler.look_ups());
    add("jobs", tasks.scheduler.jobs());
}

} // namespace uvstream::php
