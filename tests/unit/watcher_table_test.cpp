#include "uvstream/loop/watcher_table.h"

#include "failing_calls.h"
#include "test_sockets.h"
#include "wakeups.h"

namespace uvstream::loop {
namespace {

using base::Deadline;
using failing_calls::Call;
using failing_calls::Failing;

class WatcherTableTest : public testing::Test {
  protected:
    // One turn that ends at once when there is nothing.
    void turn() {
        const size_t nobody = 0;
        (void)loop.turn(nobody, Deadline::after_us(0));
    }
    bool wakes(Sleeper& sleeper) {
        sleeper.wakes = 0;
        for (WaitRecord* record : {&sleeper.record, &sleeper.second}) {
            if (record->state != WaitRecord::State::Closed) record->state = WaitRecord::State::Waiting;
        }
        for (int i = 0; i < 3 && !sleeper.is_due(); ++i) (void)loop.turn(sleeper.wakes, Deadline::after_us(20'000));
        return sleeper.is_due();
    }
    bool wakes_reader(int fd) {
        Sleeper sleeper;
        EXPECT_EQ(table.stand(fd, kRead, sleeper.record), 0);
        return wakes(sleeper);
    }
    void stand(int fd, Sleeper& reader, Sleeper& writer) {
        ASSERT_EQ(table.stand(fd, kRead, reader.record), 0);
        ASSERT_EQ(table.stand(fd, kWrite, writer.record), 0);
    }
    // How many epoll events are there, should nobody disarm them.
    bool spins() {
        for (int i = 0; i < 5; ++i) turn();
        return wait_one(uv_backend_fd(loop.open()), POLLIN, Deadline::after_us(0)) == Waited::Ready;
    }

    EventLoop loop;
    WatcherTable table{loop};
};

TEST_F(WatcherTableTest, EntryIsMadeOnDemand) {
    EXPECT_EQ(table.at(5000).registration, nullptr);
    EXPECT_FALSE(loop.is_open());
}

TEST_F(WatcherTableTest, OpenedForgetsThePredecessor) {
    Watcher& watcher = table.at(7);
    watcher.asked_in_vain = kRead;
    table.opened(7);
    EXPECT_EQ(watcher.asked_in_vain, 0);
}

TEST_F(WatcherTableTest, ClosingAnUnknownDescriptorIsHarmless) { table.closing(100'000); }

TEST_F(WatcherTableTest, EventWakesTheReader) {
    const Pair pair = socket_pair();
    EXPECT_FALSE(wakes_reader(pair.ours.get()));
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(pair.ours.get()));
}

TEST_F(WatcherTableTest, EventWakesTheWriter) {
    const Pair pair = socket_pair();
    fill(pair.ours.get());
    Sleeper wakeup;
    ASSERT_EQ(table.stand(pair.ours.get(), kWrite, wakeup.record), 0);
    EXPECT_FALSE(wakes(wakeup));
    drain(pair.theirs.get());
    EXPECT_TRUE(wakes(wakeup));
}

TEST_F(WatcherTableTest, ReaderAndWriterAreWokenApart) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    fill(fd);
    Sleeper reader, writer;
    stand(fd, reader, writer);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes(reader));
    EXPECT_FALSE(writer.is_due());
    reader.record.leave();
    drain(pair.theirs.get());
    EXPECT_TRUE(wakes(writer));
}

TEST_F(WatcherTableTest, StaysArmedUntilNobodyWaits) {
    const Pair pair = socket_pair();
    send(pair.theirs.get(), "x", 1, 0);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(wakes_reader(pair.ours.get()));
    EXPECT_FALSE(spins());                      // nobody waits: the event disarms
    EXPECT_TRUE(wakes_reader(pair.ours.get())); // and it is armed again
}

// A writer waits while the data that nobody reads keeps coming up: its own registration must survive that.
TEST_F(WatcherTableTest, UnwantedDirectionIsDisarmedAlone) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(fd));
    fill(fd);
    Sleeper writer;
    ASSERT_EQ(table.stand(fd, kWrite, writer.record), 0);
    EXPECT_FALSE(spins());
    EXPECT_FALSE(writer.is_due());
    drain(pair.theirs.get());
    EXPECT_TRUE(wakes(writer));
}

// A callback that changes a registration leaves libuv with something to do at once; that is not our deadline.
TEST_F(WatcherTableTest, ChangeWithinATurnIsNoTimeout) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    fill(fd);
    Sleeper reader, writer;
    stand(fd, reader, writer);
    turn();
    reader.record.leave();
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_NE(loop.turn(writer.wakes, Deadline::after_us(60'000'000)), Waited::TimedOut);
    drain(pair.theirs.get());
    table.closing(fd);
}

TEST_F(WatcherTableTest, NumberIsUsedAgain) {
    for (int i = 0; i < 10; ++i) {
        const Pair pair = socket_pair();
        const int fd = pair.ours.get();
        table.opened(fd);
        EXPECT_FALSE(wakes_reader(fd));
        send(pair.theirs.get(), "x", 1, 0);
        EXPECT_TRUE(wakes_reader(fd));
        table.closing(fd);
    }
}

// The old socket lives on in a duplicate: without stopping first, its events would come for the new one.
TEST_F(WatcherTableTest, NumberIsUsedAgainWhileADuplicateLives) {
    Pair pair = socket_pair();
    const int fd = pair.ours.get();
    EXPECT_FALSE(wakes_reader(fd));
    const Fd duplicate(fcntl(fd, F_DUPFD_CLOEXEC, 900));
    table.closing(fd);
    pair.ours.reset();
    const Pair next = socket_pair();
    ASSERT_EQ(next.ours.get(), fd);
    table.opened(fd);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_FALSE(wakes_reader(fd));
    EXPECT_FALSE(spins());
    send(next.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(fd));
    table.closing(fd);
}

TEST_F(WatcherTableTest, ErrorWakesBothDirections) {
    // A refused connect: POLLERR and POLLHUP.
    Fd listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    auto at = loopback();
    ASSERT_EQ(bind(listener.get(), at.data(), at.length), 0);
    const auto name = name_of(listener.get()); // bound, and does not listen
    const Fd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    (void)connect(client.get(), name.data(), name.length);
    Sleeper reader, writer;
    stand(client.get(), reader, writer);
    EXPECT_TRUE(wakes(reader));
    EXPECT_TRUE(writer.is_due());
    // It can be armed again: the handle knows that it was stopped.
    EXPECT_TRUE(wakes_reader(client.get()));
    table.closing(client.get());
}

TEST_F(WatcherTableTest, PeersEndWakesTheReader) {
    Pair pair = socket_pair();
    pair.theirs.reset();
    EXPECT_TRUE(wakes_reader(pair.ours.get()));
}

TEST_F(WatcherTableTest, ArmingKeepsTheBlockingMode) {
    const Pair pair = socket_pair();
    EXPECT_FALSE(wakes_reader(pair.ours.get()));
    EXPECT_EQ(fcntl(pair.ours.get(), F_GETFL) & O_NONBLOCK, 0);
}

TEST_F(WatcherTableTest, RegularFileCannotBeArmed) {
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    Sleeper wakeup;
    EXPECT_NE(table.stand(file.get(), kRead, wakeup.record), 0);
}

// The number has been closed behind our back, and is a file's by now.
TEST_F(WatcherTableTest, NumberThatBecameAFileCannotBeArmed) {
    Pair pair = socket_pair();
    const int fd = pair.ours.get();
    EXPECT_FALSE(wakes_reader(fd));
    pair.ours.reset();
    const Fd file(open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
    ASSERT_EQ(file.get(), fd);
    table.opened(fd);
    Sleeper wakeup;
    EXPECT_EQ(table.stand(fd, kRead, wakeup.record), UV_EPERM);
    turn();
    table.closing(fd);
}

TEST_F(WatcherTableTest, NoWatchLeft) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    loop.open();
    Sleeper sleeper;
    for (int good = 0; good < 2; ++good) { // libuv's own try is the first, when it makes the registration
        const Failing no_watches(Call::AddWatch, ENOSPC, good);
        EXPECT_EQ(table.stand(fd, kRead, sleeper.record), UV_ENOSPC);
        EXPECT_EQ(sleeper.record.line, nullptr);
        EXPECT_EQ(table.at(fd).armed, 0);
        turn();
    }
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(fd));
}

// A second direction cannot be had, and the first is lost with it: who waits for that looks again.
TEST_F(WatcherTableTest, NoWatchLeftForTheOtherDirection) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    EXPECT_FALSE(wakes_reader(fd));
    Sleeper reader, writer;
    ASSERT_EQ(table.stand(fd, kRead, reader.record), 0);
    {
        const Failing no_watches(Call::AddWatch, ENOMEM);
        EXPECT_EQ(table.stand(fd, kWrite, writer.record), UV_ENOMEM);
    }
    EXPECT_EQ(table.at(fd).armed, 0);
    EXPECT_TRUE(reader.is_due());
    EXPECT_EQ(table.stand(fd, kWrite, writer.record), 0);
    EXPECT_TRUE(wakes(writer));
    table.closing(fd);
}

// The same when a callback takes an unwanted direction away.
TEST_F(WatcherTableTest, NoWatchLeftWithinATurn) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    fill(fd);
    Sleeper reader, writer;
    stand(fd, reader, writer);
    turn();
    reader.record.leave();
    send(pair.theirs.get(), "x", 1, 0);
    {
        const Failing no_watches(Call::AddWatch, ENOSPC);
        EXPECT_TRUE(wakes(writer)); // to look again
    }
    writer.record.leave();
    ASSERT_EQ(table.stand(fd, kWrite, writer.record), 0);
    EXPECT_FALSE(wakes(writer));
    drain(pair.theirs.get());
    EXPECT_TRUE(wakes(writer));
}

TEST_F(WatcherTableTest, WaiterThatLeftIsNotTouched) {
    const Pair pair = socket_pair();
    {
        Sleeper gone;
        ASSERT_EQ(table.stand(pair.ours.get(), kRead, gone.record), 0);
    }
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_FALSE(spins());
}

TEST_F(WatcherTableTest, CloseAllLetsTheLoopClose) {
    const Pair pair = socket_pair();
    EXPECT_FALSE(wakes_reader(pair.ours.get()));
    table.close_all();
    EXPECT_TRUE(loop.close());
    EXPECT_FALSE(loop.is_open());
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(pair.ours.get())); // on a fresh loop
}

TEST_F(WatcherTableTest, ChildThatForgetsLeavesTheParentAlone) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    EXPECT_FALSE(wakes_reader(fd)); // armed from now on
    EXPECT_EQ(exit_code_of_child([&] {
                  table.forget_registrations();
                  loop.forget();
                  table.closing(fd);
                  const Pair own = socket_pair();
                  send(own.theirs.get(), "x", 1, 0);
                  return wakes_reader(own.ours.get()) ? 0 : 1;
              }),
              0);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(fd));
}

// What a child does that closes its copy before it ever waited.
TEST_F(WatcherTableTest, ChildThatOnlyClosesLeavesTheParentAlone) {
    const Pair pair = socket_pair();
    const int fd = pair.ours.get();
    EXPECT_FALSE(wakes_reader(fd));
    EXPECT_EQ(exit_code_of_child([&] {
                  table.closing(fd);
                  close(fd);
                  return 0;
              }),
              0);
    send(pair.theirs.get(), "x", 1, 0);
    EXPECT_TRUE(wakes_reader(fd));
}

} // namespace
} // namespace uvstream::loop
