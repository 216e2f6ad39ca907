#include "uvstream/zend/signals.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

bool handle_signal(int signal, SignalHandler handler) {
    struct sigaction before = {}, action = {};
    zend_sigaction(signal, nullptr, &before);
    // (The engine keeps either kind of handler in this member.)
    const bool is_default = before.sa_handler == SIG_DFL || before.sa_handler == SIG_IGN;
    const bool is_free = is_default || before.sa_sigaction == handler;
    if (!is_free) return false;
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
    sigfillset(&action.sa_mask);
    zend_sigaction(signal, &action, nullptr);
    return true;
}

SignalHandler exchange_handler(int signal, SignalHandler handler) {
    struct sigaction action = {};
    zend_sigaction(signal, nullptr, &action);
    const bool is_default = action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN;
    const SignalHandler before = action.sa_sigaction;
    if (is_default || (action.sa_flags & SA_SIGINFO) == 0 || before == handler) return nullptr;
    action.sa_sigaction = handler;
    zend_sigaction(signal, &action, nullptr);
    return before;
}

} // namespace uvstream::zend
