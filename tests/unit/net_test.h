#pragma once

#include <csignal>

#include "test_sockets.h"
#include "uvstream/net/socket_memory.h"
#include "uvstream/sched/scheduler.h"
#include "wakeups.h"

// A scheduler whose hook can be set, and short names for what every test of the net layer says.
class NetTest : public testing::Test {
  public:
    NetTest() { body = nullptr; }

    static uvstream::sched::Handled (*body)();
    static uvstream::sched::Handled hook(const uvstream::sched::Waiter&) {
        return body != nullptr ? body() : uvstream::sched::Handled::Nothing;
    }
    static uvstream::base::Deadline in_ms(int ms) { return uvstream::base::Deadline::after_us(int64_t{ms} * 1000); }

    uvstream::sched::Scheduler scheduler{hook};
    uvstream::sched::Strand& strand = scheduler.current();
    uvstream::net::SocketMemory memory; // of the socket that the test is about
};

inline uvstream::sched::Handled (*NetTest::body)() = nullptr;

// While it lives there is another strand, and somebody waits in both lines of a descriptor.
class Queue {
  public:
    Queue(uvstream::sched::Scheduler& scheduler, int fd) : other_(scheduler) {
        EXPECT_EQ(scheduler.watchers().stand(fd, uvstream::loop::kRead, reader_.record), 0);
        EXPECT_EQ(scheduler.watchers().stand(fd, uvstream::loop::kWrite, writer_.record), 0);
    }
    bool is_reader_woken() const { return reader_.is_due(); }
    bool is_writer_woken() const { return writer_.is_due(); }

  private:
    uvstream::sched::Strand other_;
    Sleeper reader_, writer_;
};
