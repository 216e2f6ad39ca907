#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::php {

// Whether who has had a handle last, and uses it again, comes before those who wait: what it has set is for its own
// next call.
enum class LastGoesOn : uint8_t { No, Yes };

// Once nobody else has the handle, a number that is known by its address; false: the call is to fail, and an exception
// says why.
bool begin_turn(uintptr_t handle, LastGoesOn last);

// Calls a function of PHP's that may wait with a handle that is its strand's alone meanwhile; at once with none, 0. (A
// callback of it may use the handle, too.)
void call_alone(uintptr_t handle, LastGoesOn last, zif_handler function, INTERNAL_FUNCTION_PARAMETERS);

} // namespace uvstream::php
