#include "uvstream/net/instant.h"

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "test_sockets.h"
#include "uvstream/net/open_socket.h"

namespace uvstream::net {
namespace {

// Of descriptors that block: a call that waited would not come back.
class InstantTest : public testing::Test {
  public:
    void SetUp() override { ASSERT_EQ(pipe(ends), 0); }
    void TearDown() override {
        for (const int end : ends) close(end);
    }
    int ends[2] = {-1, -1};
    char buffer[64] = {};
};

TEST_F(InstantTest, ReadsWhatIsThere) {
    EXPECT_EQ(read_at_once(ends[0], buffer, sizeof(buffer)), -1);
    EXPECT_EQ(errno, EAGAIN);
    ASSERT_EQ(write(ends[1], "text", 4), 4);
    ASSERT_EQ(read_at_once(ends[0], buffer, sizeof(buffer)), 4);
    EXPECT_EQ(std::string(buffer, 4), "text");
}

TEST_F(InstantTest, FindsTheEnd) {
    close(ends[1]);
    EXPECT_EQ(read_at_once(ends[0], buffer, sizeof(buffer)), 0);
}

TEST_F(InstantTest, WritesWhatFits) {
    const std::string text(1 << 20, 'x');
    size_t sum = 0;
    ssize_t sent;
    while ((sent = write_at_once(ends[1], text.data(), text.size())) > 0) sum += static_cast<size_t>(sent);
    EXPECT_EQ(errno, EAGAIN);
    EXPECT_GE(sum, size_t{PIPE_BUF});
    EXPECT_LT(sum, text.size());
}

// Up to PIPE_BUF a write is not torn.
TEST_F(InstantTest, WritesAllOrNothing) {
    const std::string text(PIPE_BUF, 'x');
    while (write_at_once(ends[1], text.data(), text.size()) == static_cast<ssize_t>(text.size())) {
    }
    EXPECT_EQ(errno, EAGAIN);
    std::string piece(text.size(), ' ');
    ASSERT_EQ(read(ends[0], piece.data(), piece.size() / 2), static_cast<ssize_t>(piece.size() / 2));
    EXPECT_EQ(write_at_once(ends[1], text.data(), text.size()), -1);
}

// For a terminal the system has no such call.
TEST_F(InstantTest, AsksATerminalFirst) {
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) GTEST_SKIP();
    const int user = open(ptsname(terminal), O_RDWR | O_NOCTTY);
    ASSERT_GE(user, 0);
    EXPECT_EQ(read_at_once(user, buffer, sizeof(buffer)), -1);
    EXPECT_EQ(errno, EAGAIN);
    ASSERT_EQ(write_at_once(terminal, "a line\n", 7), 7);
    EXPECT_EQ(read_at_once(user, buffer, sizeof(buffer)), 7);
    close(user);
    const int only_to_write = open(ptsname(terminal), O_WRONLY | O_NOCTTY);
    EXPECT_EQ(read_at_once(only_to_write, buffer, sizeof(buffer)), -1);
    EXPECT_EQ(errno, EBADF);
    close(only_to_write);
    close(terminal);
}

TEST_F(InstantTest, SaysWhatIsWrong) {
    EXPECT_EQ(read_at_once(ends[1], buffer, sizeof(buffer)), -1);
    EXPECT_EQ(errno, EBADF);
    EXPECT_EQ(write_at_once(ends[0], buffer, sizeof(buffer)), -1);
    EXPECT_EQ(errno, EBADF);
}

TEST(SendAtOnce, TakesWhatFitsAndLeavesTheSocketAsItIs) {
    const Pair pair = socket_pair();
    const std::string text(1 << 20, 'x');
    size_t sum = 0;
    ssize_t sent;
    while ((sent = send_at_once(pair.ours.get(), text.data(), text.size())) > 0) sum += static_cast<size_t>(sent);
    EXPECT_EQ(errno, EAGAIN);
    EXPECT_GT(sum, 0U);
    EXPECT_TRUE(is_blocking(pair.ours.get()));
    set_blocking(pair.ours.get(), false);
    EXPECT_EQ(send_at_once(pair.ours.get(), "x", 1), -1);
    EXPECT_FALSE(is_blocking(pair.ours.get()));
}

} // namespace
} // namespace uvstream::net
