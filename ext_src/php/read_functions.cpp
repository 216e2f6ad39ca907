#include "uvstream/php/functions.h"
#include "uvstream/stream/state.h"

namespace uvstream::php {

// Stock's; our operations are told where a call begins and ends.
PHP_FUNCTION(stream_get_contents) {
    stream::Slurp& slurp = stream::state().slurp;
    const zval* const arg = ZEND_NUM_ARGS() > 0 ? ZEND_CALL_ARG(execute_data, 1) : nullptr;
    const bool is_resource = arg != nullptr && Z_TYPE_P(arg) == IS_RESOURCE;
    slurp = {execute_data, is_resource ? static_cast<const php_stream*>(Z_RES_P(arg)->ptr) : nullptr, false, false};
    previous_handler(ZEND_FN(stream_get_contents))(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    slurp = {};
}

} // namespace uvstream::php
