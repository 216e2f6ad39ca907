#include "uvstream/zend/interrupt.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

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

} // namespace uvstream::zend
