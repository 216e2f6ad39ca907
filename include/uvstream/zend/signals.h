#pragma once

#include <csignal>

namespace uvstream::zend {

using SignalHandler = void (*)(int, siginfo_t*, void*);

// Has the signal handled, by way of the engine, which defers those that PHP handles itself while it must not be
// interrupted. False where somebody else handles it.
bool handle_signal(int signal, SignalHandler handler);

// Puts a handler in the place of the one that the signal has, by the same way, and returns that; null: there is none,
// or it is the same.
SignalHandler exchange_handler(int signal, SignalHandler handler);

} // namespace uvstream::zend
