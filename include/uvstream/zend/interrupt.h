#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// Whether a signal or a time limit has made something due at the engine's next safe point. PHP's signal handlers run
// only there; that is what pcntl_async_signals(true) means.
inline bool has_pending_interrupts() {
    return zend_atomic_bool_load_ex(&EG(vm_interrupt)) && EG(current_execute_data) != nullptr && !EG(exception);
}

// Does now what the engine would do then. Enters user code. A fatal error in it comes back as BailedOut, so that the
// caller can leave things in order; it must then call resume_bailout().
enum class Interrupts { Ran, Threw, BailedOut };
Interrupts run_pending_interrupts();

// After the engine's interrupt hook, with its frame. PHP takes the opcode before which a handler has thrown for
// executed: of a call whose next argument is not sent yet, or a string half put together, it would destroy memory that
// was never written. Makes it unwind from the opcode before that one.
void unwind_what_was_done(zend_execute_data* frame);

// Has the engine call its interrupt hook at the next safe point.
void request_interrupt();

// The same for a signal's handler, which may run in another thread: the flag of the thread that calls interrupt_flag().
void* interrupt_flag();
void raise_interrupt(void* flag);
bool is_interrupt_raised(void* flag);

} // namespace uvstream::zend
