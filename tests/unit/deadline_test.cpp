#include "uvstream/base/deadline.h"

#include <gtest/gtest.h>

namespace uvstream::base {
namespace {

TEST(Deadline, NeverIsForEver) {
    for (const Deadline never : {Deadline::never(), Deadline::after_us(-1), Deadline::after_us(INT64_MAX)}) {
        EXPECT_TRUE(never.is_never());
        EXPECT_FALSE(never.passed());
        EXPECT_EQ(never.left_ms(), -1);
    }
}

TEST(Deadline, ZeroHasPassed) {
    const Deadline now = Deadline::after_us(0);
    EXPECT_TRUE(now.passed());
    EXPECT_EQ(now.left_ms(), 0);
}

// A wait that ended early would find nothing done, and turn once more for the rest.
TEST(Deadline, WhatIsLeftIsRoundedUp) {
    const Deadline soon = Deadline::after_us(60'000'001);
    EXPECT_GT(soon.left_ms(), 59'000);
    EXPECT_LE(soon.left_ms(), 60'001);
    EXPECT_EQ(Deadline::after_us(INT64_MAX / 2).left_ms(), INT_MAX);
}

TEST(Deadline, EarlierOfTwo) {
    EXPECT_FALSE(Deadline::earlier(Deadline::never(), Deadline::after_us(1000)).is_never());
    EXPECT_TRUE(Deadline::earlier(Deadline::after_us(0), Deadline::after_us(60'000'000)).passed());
}

} // namespace
} // namespace uvstream::base
