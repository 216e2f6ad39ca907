#pragma once

#include <cstdint>

constexpr int64_t kLong = 3'600'000'000; // microseconds, for times that no test is to see the end of
