#pragma once

#include <csignal>

#include "test_sockets.h"
#include "uvstream/net/socket_memory.h"
#include "uvstream/sched/scheduler.h"

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
