#include "uvstream/task/callable.h"

namespace uvstream::task {

void Callable::keep_in(zend_fcall_info& call) const {
    call.size = sizeof(call);
    ZVAL_COPY(&call.function_name, function);
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
