#include "uvstream/zend/signals.h"

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

bool handle_signal(int signal, void (*handler)(int, siginfo_t*, void*)) {
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

} // namespace uvstream::zend
