#pragma once

#include <cstdint>

namespace uvstream::php {

// Of an argument: false, with a ValueError thrown, where it is no number of seconds to wait.
bool check_seconds(double seconds, uint32_t argument);

} // namespace uvstream::php
