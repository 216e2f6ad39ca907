#include "uvstream/zend/bailout.h"

namespace uvstream::zend {

bool try_call(void (*call)(void*), void* argument) {
    bool bailed_out = false;
    zend_try { call(argument); }
    zend_catch { bailed_out = true; }
    zend_end_try();
    return !bailed_out;
}

void resume_bailout() { zend_bailout(); }

} // namespace uvstream::zend
