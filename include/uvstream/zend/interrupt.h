#pragma once

namespace uvstream::zend {

// What the engine would do at its next safe point if a signal or a time limit made it due: PHP's signal handlers run
// only then (that is what pcntl_async_signals(true) means). May enter user code, and may not come back (fatal error).
enum class Interrupts { None, Ran, Threw };
Interrupts run_pending_interrupts();

// Has the engine call its interrupt hook at the next safe point.
void request_interrupt();

// Whether pcntl_async_signals(true) is in force. A call into pcntl, so for slow paths only.
bool has_async_signals();

} // namespace uvstream::zend
