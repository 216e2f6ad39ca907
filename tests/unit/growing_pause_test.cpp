#include "uvstream/base/growing_pause.h"

#include <gtest/gtest.h>

namespace uvstream::base {
namespace {

TEST(GrowingPause, DoublesUpToTheLongest) {
    GrowingPause pause(100);
    for (const int ms : {1, 2, 4, 8, 16, 32, 64, 100, 100, 100}) EXPECT_EQ(pause.take_us(), ms * 1000);
    pause.reset();
    EXPECT_EQ(pause.take_us(), 1000);
}

TEST(GrowingPause, AnyLongest) {
    for (const int longest : {1, 64, 127, 128, 255}) {
        GrowingPause pause(static_cast<uint8_t>(longest));
        for (int i = 0; i < 20; ++i) EXPECT_LE(pause.take_us(), longest * 1000);
        EXPECT_EQ(pause.take_us(), longest * 1000);
    }
}

} // namespace
} // namespace uvstream::base
