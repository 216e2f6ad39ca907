#pragma once

#include "uvstream/zend/php_api.h"

// Fatal errors and exit() at a time limit jump past all C code to the engine's last zend_try. Whoever has to leave
// things in order first catches that, and goes on with it.
namespace uvstream::zend {

// Calls what may enter user code. False where a fatal error ended it: the caller leaves things in order and then calls
// resume_bailout().
[[nodiscard]] bool try_call(void (*call)(void*), void* argument);
template <class Call> [[nodiscard]] bool try_call(Call call) {
    return try_call([](void* it) { (*static_cast<Call*>(it))(); }, &call);
}

[[noreturn]] void resume_bailout();

// Whether the script has ended by a fatal error. (SoapClient makes one, catches it, and the script goes on.)
inline bool has_failed_for_good() { return CG(unclean_shutdown) && (EG(flags) & EG_FLAGS_IN_SHUTDOWN) != 0; }

} // namespace uvstream::zend
