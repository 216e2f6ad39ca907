#include "uvstream/zend/frames.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace uvstream::zend {

bool is_within_function_of(const char* module) {
    const zend_execute_data* const call = internal_call();
    const zend_module_entry* const its = call != nullptr ? call->func->internal_function.module : nullptr;
    return its != nullptr && strcmp(its->name, module) == 0;
}

bool is_objects_end() {
    constexpr const char* kNone[] = {"Core", "standard", "SPL", "Reflection", "uvstream"};
    const zend_execute_data* const call = internal_call();
    const bool is_none = call == nullptr || call->func->internal_function.module == nullptr; // the bottom of a Fiber
    return is_none || std::any_of(std::begin(kNone), std::end(kNone), is_within_function_of);
}

bool is_under_way(const zend_execute_data* call, const zend_execute_data* frame) {
    if (call == nullptr) return false;
    // Since PHP 8.4 the end of a call is a safe point with the call's own frame still there.
    if (frame == call) frame = frame->prev_execute_data;
    while (frame != nullptr && frame != call) frame = frame->prev_execute_data;
    return frame != nullptr;
}

} // namespace uvstream::zend
