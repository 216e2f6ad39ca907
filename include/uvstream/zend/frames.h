#pragma once

namespace uvstream::zend {

// Whether the function that runs is one of PHP's own, of this module.
bool is_within_function_of(const char* module);

} // namespace uvstream::zend
