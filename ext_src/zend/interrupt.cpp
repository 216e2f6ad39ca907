#include "uvstream/zend/interrupt.h"

#include "uvstream/zend/bailout.h"

namespace uvstream::zend {

namespace {

// Whether the unwinding destroys what this opcode would have left behind.
bool is_taken_for_done(const zend_op* op) {
    switch (op->opcode) {
    case ZEND_SEND_VAL:
    case ZEND_SEND_VAL_EX:
    case ZEND_SEND_VAR:
    case ZEND_SEND_VAR_EX:
    case ZEND_SEND_VAR_NO_REF:
    case ZEND_SEND_VAR_NO_REF_EX:
    case ZEND_SEND_REF:
    case ZEND_SEND_FUNC_ARG:
    case ZEND_SEND_USER:
    case ZEND_ROPE_ADD: return true;
    default: return false;
    }
}

} // namespace

Interrupts run_pending_interrupts() {
    const auto run = [] {
        zend_atomic_bool_store_ex(&EG(vm_interrupt), false);
        if (zend_atomic_bool_load_ex(&EG(timed_out))) zend_timeout();
        if (zend_interrupt_function != nullptr) zend_interrupt_function(EG(current_execute_data));
    };
    if (!try_call(run)) return Interrupts::BailedOut;
    return EG(exception) != nullptr ? Interrupts::Threw : Interrupts::Ran;
}

void unwind_what_was_done(zend_execute_data* frame) {
    if (EG(exception) == nullptr || frame == nullptr || frame->func == nullptr) return;
    // (The frame of a function of PHP's own has no opcode: since 8.4 the end of its call is a safe point.)
    if (!ZEND_USER_CODE(frame->func->type) || frame->opline->opcode != ZEND_HANDLE_EXCEPTION) return;
    // (None where code of the JIT's has not said how far it is: a memory limit that is reported at the safe point.)
    const zend_op* const op = EG(opline_before_exception);
    if (op != nullptr && is_taken_for_done(op)) --EG(opline_before_exception);
}

void request_interrupt() { raise_interrupt(interrupt_flag()); }

void* interrupt_flag() { return &EG(vm_interrupt); }
void raise_interrupt(void* flag) { zend_atomic_bool_store_ex(static_cast<zend_atomic_bool*>(flag), true); }
bool is_interrupt_raised(void* flag) { return zend_atomic_bool_load_ex(static_cast<zend_atomic_bool*>(flag)); }

} // namespace uvstream::zend
