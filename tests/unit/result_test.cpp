#include "uvstream/base/result.h"

#include <cerrno>

#include <gtest/gtest.h>

namespace uvstream::base {
namespace {

TEST(Result, HoldsAValue) {
    const Result<int> result(7);
    EXPECT_TRUE(result.ok());
    EXPECT_EQ(result.value(), 7);
}

TEST(Result, HoldsAnErrorAndItsOperation) {
    const Result<int> result(Error{Op::Bind, EADDRINUSE});
    EXPECT_FALSE(result.ok());
    EXPECT_EQ(result.error().op, Op::Bind);
    EXPECT_EQ(result.error().code, EADDRINUSE);
}

// What says whether it failed is the operation: an errno of 0 is still an error.
TEST(Result, ErrorWithoutACodeIsAnError) { EXPECT_FALSE(Result<int>(Error{Op::Connect, 0}).ok()); }

TEST(Result, OfNothing) {
    EXPECT_TRUE(Result<void>().ok());
    EXPECT_FALSE(Result<void>(fault(Fault::NulByte)).ok());
    EXPECT_EQ(Result<void>(fault(Fault::NoPort)).error().op, Op::Parse);
}

} // namespace
} // namespace uvstream::base
