#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// The call that runs, if it is of one of PHP's own functions; else null.
inline const zend_execute_data* internal_call() {
    const zend_execute_data* const frame = EG(current_execute_data);
    const bool is_call = frame != nullptr && frame->func != nullptr && frame->func->type == ZEND_INTERNAL_FUNCTION;
    return is_call ? frame : nullptr;
}

// Whether that is of this module.
bool is_within_function_of(const char* module);

// Of C code of an extension's: whether no function of the extension's has called it, but the engine, for the end of an
// object. That may come within any function of the engine's own, or of ours.
bool is_objects_end();

// At one of the engine's safe points, with the frame that the engine gives its hook: whether the call is still under
// way.
bool is_under_way(const zend_execute_data* call, const zend_execute_data* frame);

} // namespace uvstream::zend
