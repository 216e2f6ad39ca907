#include "uvstream/zend/frames.h"

#include <cstring>

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

bool is_within_function_of(const char* module) {
    const zend_execute_data* const frame = EG(current_execute_data);
    if (frame == nullptr || frame->func == nullptr || frame->func->type != ZEND_INTERNAL_FUNCTION) return false;
    const zend_module_entry* const its = frame->func->internal_function.module;
    return its != nullptr && strcmp(its->name, module) == 0;
}

} // namespace uvstream::zend
