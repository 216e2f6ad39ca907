#include "uvstream/loop/event_loop.h"

#include "failing_calls.h"
#include "test_sockets.h"

namespace uvstream::loop {
namespace {

using failing_calls::Call;
using failing_calls::Failing;

class SetUpTest : public testing::TestWithParam<Call> {};

// Whatever the system refuses while a loop is made: there is none then, and nothing is left of it.
TEST_P(SetUpTest, MayFailAtEveryCall) {
    EventLoop loop;
    ASSERT_NE(loop.open(), nullptr); // libuv's own first pipe is there from now on
    ASSERT_TRUE(loop.close());
    const int before = count_descriptors();
    int good = 0;
    for (; good < 20; ++good) {
        const Failing failing(GetParam(), ENOSPC, good);
        const bool is_made = loop.open() != nullptr;
        EXPECT_EQ(is_made, Failing::count() == 0) << "after " << good;
        EXPECT_TRUE(loop.close());
        EXPECT_EQ(count_descriptors(), before) << "after " << good;
        if (is_made) break;
    }
    EXPECT_GT(good, 0);
    EXPECT_LT(good, 20);
}

INSTANTIATE_TEST_SUITE_P(Calls, SetUpTest,
                         testing::Values(Call::CreatePoller, Call::CreateEvent, Call::CreatePipe, Call::AddWatch));

// A daemon has closed its standard input and output.
TEST(EventLoopTest, TakesNoStandardNumbers) {
    EXPECT_EQ(exit_code_of_child([] {
                  for (int fd = 0; fd < 3; ++fd) close(fd);
                  EventLoop loop;
                  if (loop.open() == nullptr) return 1;
                  for (int fd = 0; fd < 3; ++fd) {
                      if (fcntl(fd, F_GETFD) >= 0) return 2;
                  }
                  return loop.close() ? 0 : 3;
              }),
              0);
}

} // namespace
} // namespace uvstream::loop
