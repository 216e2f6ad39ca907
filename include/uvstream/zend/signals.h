#pragma once

#include <csignal>

namespace uvstream::zend {

// Has the signal handled, by way of the engine, which defers those that PHP handles itself while it must not be
// interrupted. False where somebody else handles it.
bool handle_signal(int signal, void (*handler)(int, siginfo_t*, void*));

} // namespace uvstream::zend
