#include "uvstream/php/functions.h"
#include "uvstream/stream/state.h"

namespace uvstream::php {

// pcntl keeps to itself whether handlers are to run at once; a wait that the kernel would restart after a signal needs
// to know. So we listen in.
PHP_FUNCTION(pcntl_async_signals) {
    previous_handler(ZEND_FN(pcntl_async_signals))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (ZEND_NUM_ARGS() == 0 || EG(exception) || Z_TYPE_P(ZEND_CALL_ARG(execute_data, 1)) == IS_NULL) return;
    stream::state().has_async_signals = zend_is_true(ZEND_CALL_ARG(execute_data, 1));
}

// What was not used since is perhaps the other process's.
PHP_FUNCTION(pcntl_fork) {
    previous_handler(ZEND_FN(pcntl_fork))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    ++stream::state().forks;
}

} // namespace uvstream::php
