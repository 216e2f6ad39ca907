#pragma once

#include "uvstream/task/body.h"
#include "uvstream/zend/bailout.h"

namespace uvstream::task {

// Calls it within the scope, which is on the caller's stack: also a fatal error leaves it.
template <class Call> void within(Body& body, Scope& scope, Call call) {
    body.enter(scope);
    const bool has_returned = zend::try_call(call);
    Body::leave(scope);
    if (!has_returned) zend::resume_bailout();
}

} // namespace uvstream::task
