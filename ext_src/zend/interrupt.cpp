#include "uvstream/zend/interrupt.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

bool has_pending_interrupts() {
    return zend_atomic_bool_load_ex(&EG(vm_interrupt)) && EG(current_execute_data) != nullptr && !EG(exception);
}

Interrupts run_pending_interrupts() {
    bool bailed_out = false;
    zend_try {
        zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
        if (zend_atomic_bool_load_ex(&EG(timed_out))) zend_timeout();
        if (zend_interrupt_function != nullptr) zend_interrupt_function(EG(current_execute_data));
    }
    zend_catch { bailed_out = true; }
    zend_end_try();
    if (bailed_out) return Interrupts::BailedOut;
    return EG(exception) != nullptr ? Interrupts::Threw : Interrupts::Ran;
}

void resume_bailout() { zend_bailout(); }

void request_interrupt() { zend_atomic_bool_store_ex(&EG(vm_interrupt), true); }

bool has_async_signals() {
    auto* function =
        static_cast<zend_function*>(zend_hash_str_find_ptr(CG(function_table), ZEND_STRL("pcntl_async_signals")));
    if (function == nullptr || EG(current_execute_data) == nullptr) return false;
    zval result;
    ZVAL_FALSE(&result);
    zend_call_known_function(function, nullptr, nullptr, &result, 0, nullptr, nullptr);
    return Z_TYPE(result) == IS_TRUE;
}

} // namespace uvstream::zend
