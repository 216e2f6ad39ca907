#include "uvstream/task/callable.h"

#include "uvstream/zend/compat.h"

namespace uvstream::task {

void keep_function(zval* kept, zval* function, const zend_fcall_info_cache& cache) {
    const zend_function* const found = cache.function_handler; // null where __call() stands for it
    const bool is_method_by_name =
        Z_TYPE_P(function) != IS_OBJECT && found != nullptr && found->common.scope != nullptr;
    if (is_method_by_name) {
        zend::make_closure(kept, cache);
    } else {
        ZVAL_COPY(kept, function);
    }
}

void Callable::keep_in(zend_fcall_info& call) const {
    call.size = sizeof(call);
    keep_function(&call.function_name, function, cache);
    call.param_count = count;
    if (count > 0) {
        call.params = static_cast<zval*>(safe_emalloc(count, sizeof(zval), 0));
        for (uint32_t i = 0; i < count; ++i) ZVAL_COPY(&call.params[i], &arguments[i]);
    }
    if (named != nullptr) call.named_params = zend_array_dup(named);
}

void release_call(zend_fcall_info& call) {
    for (uint32_t i = 0; i < call.param_count; ++i) zval_ptr_dtor(&call.params[i]);
    if (call.params != nullptr) efree(call.params);
    if (call.named_params != nullptr) zend_array_release(call.named_params);
    call.params = nullptr;
    call.named_params = nullptr;
    call.param_count = 0;
    zval function;
    ZVAL_COPY_VALUE(&function, &call.function_name);
    ZVAL_UNDEF(&call.function_name);
    zval_ptr_dtor(&function);
}

} // namespace uvstream::task
