#pragma once

#include "uvstream/zend/php_api.h"

// An exception and those before it.
namespace uvstream::zend {

// Puts a further exception, whose reference it takes, behind one and those before it; unless it is among them.
void put_behind(zend_object* exception, zend_object* further);

// The CancelledError in the chain; null for none, and for exit().
zend_object* find_cancelled(zend_object* exception);

// The CancelledError that this exception is, or that a C client has made this one of, in the call that was to wait.
// Null where the script itself has thrown another one since, as `finally` can: that is a failure.
zend_object* as_cancelled(zend_object* exception);

// Whether a CancelledError, which may be null, is of a deadline.
bool is_deadline(const zend_object* cancelled);

} // namespace uvstream::zend
