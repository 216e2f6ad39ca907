#include "uvstream/base/deadline.h"

#include <gtest/gtest.h>

namespace uvstream::base {
namespace {

TEST(Deadline, NeverIsForEver) {
    for (const Deadline never : {Deadline::never(), Deadline::after_us(-1), Deadline::after_us(INT64_MAX)}) {
        EXPECT_TRUE(never.is_never());
        EXPECT_FALSE(never.passed());
    }
}

TEST(Deadline, ZeroHasPassed) {
    const Deadline now = Deadline::after_us(0);
    EXPECT_TRUE(now.passed());
    EXPECT_EQ(now.left_us(), 0);
}

// A wait that ended early would find nothing done, and turn once more for the rest.
TEST(Deadline, WhatIsLeftIsRoundedUp) {
    const Deadline soon = Deadline::after_us(60'000'000);
    EXPECT_GT(soon.left_us(), 59'000'000);
    EXPECT_LE(soon.left_us(), 60'000'000);
    EXPECT_EQ(Deadline::to_ms(0), 0);
    EXPECT_EQ(Deadline::to_ms(1), 1);
    EXPECT_EQ(Deadline::to_ms(1000), 1);
    EXPECT_EQ(Deadline::to_ms(1001), 2);
    EXPECT_EQ(Deadline::to_ms(INT64_MAX), INT_MAX);
}

TEST(Deadline, EarlierOfTwo) {
    EXPECT_FALSE(Deadline::earlier(Deadline::never(), Deadline::after_us(1000)).is_never());
    EXPECT_TRUE(Deadline::earlier(Deadline::after_us(0), Deadline::after_us(60'000'000)).passed());
}

} // namespace
} // namespace uvstream::base
