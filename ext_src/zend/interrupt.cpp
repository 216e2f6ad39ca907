#include "uvstream/zend/interrupt.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

bool has_ended(void (*call)(void*), void* argument) {
    bool bailed_out = false;
    zend_try { call(argument); }
    zend_catch { bailed_out = true; }
    zend_end_try();
    return !bailed_out;
}

Interrupts run_pending_interrupts() {
    const auto run = [] {
        zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
        if (zend_atomic_bool_load_ex(&EG(timed_out))) zend_timeout();
        if (zend_interrupt_function != nullptr) zend_interrupt_function(EG(current_execute_data));
    };
    if (!has_ended(run)) return Interrupts::BailedOut;
    return EG(exception) != nullptr ? Interrupts::Threw : Interrupts::Ran;
}

void resume_bailout() { zend_bailout(); }

void request_interrupt() { zend_atomic_bool_store_ex(&EG(vm_interrupt), true); }

} // namespace uvstream::zend
