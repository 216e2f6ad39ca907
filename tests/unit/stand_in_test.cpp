#include "uvstream/net/stand_in.h"

#include <cerrno>
#include <string>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace uvstream::net {
namespace {

struct Pair {
    Pair() { socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends); }
    ~Pair() {
        close(ends[0]);
        close(ends[1]);
    }
    int ends[2];
};

TEST(StandIn, GivesItsBytesAndHasNoRoom) {
    const Pair pair;
    const int fd = pair.ends[0];
    ASSERT_EQ(send(pair.ends[1], "later", 5, 0), 5);
    StandIn stand_in;
    ASSERT_TRUE(stand_in.begin(fd, "early", 5));
    char got[10] = {};
    EXPECT_EQ(read(fd, got, sizeof(got)), 5);
    EXPECT_STREQ(got, "early");
    EXPECT_EQ(read(fd, got, sizeof(got)), -1);
    EXPECT_EQ(errno, EAGAIN);
    EXPECT_EQ(write(fd, "x", 1), -1);
    EXPECT_EQ(errno, EAGAIN);
    EXPECT_EQ(stand_in.end(), 0u);
    EXPECT_EQ(read(fd, got, sizeof(got)), 5);
    EXPECT_STREQ(got, "later");
    EXPECT_EQ(fcntl(fd, F_GETFD), FD_CLOEXEC);
}

TEST(StandIn, SaysWhatIsLeft) {
    const Pair pair;
    StandIn stand_in;
    ASSERT_TRUE(stand_in.begin(pair.ends[0], "early", 5));
    char got[2];
    EXPECT_EQ(read(pair.ends[0], got, sizeof(got)), 2);
    EXPECT_EQ(stand_in.end(), 3u);
}

TEST(StandIn, ChangesNothingWhereItCannotBe) {
    const Pair pair;
    const std::string much(32 << 20, 'x'); // more than a socket takes
    StandIn stand_in;
    EXPECT_FALSE(stand_in.begin(pair.ends[0], much.data(), much.size()));

    rlimit before;
    getrlimit(RLIMIT_NOFILE, &before);
    const int lowest = dup(0);
    close(lowest);
    for (rlim_t spare = 0; spare < 3; ++spare) {
        const rlimit few{static_cast<rlim_t>(lowest) + spare, before.rlim_max};
        setrlimit(RLIMIT_NOFILE, &few);
        EXPECT_FALSE(stand_in.begin(pair.ends[0], "early", 5));
        setrlimit(RLIMIT_NOFILE, &before);
        const int next = dup(0);
        EXPECT_EQ(next, lowest); // nothing was left open
        close(next);
    }
    char got;
    EXPECT_EQ(recv(pair.ends[0], &got, 1, MSG_DONTWAIT), -1);
    EXPECT_EQ(errno, EAGAIN);
}

} // namespace
} // namespace uvstream::net
