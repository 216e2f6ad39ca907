#include "uvstream/net/connector.h"

#include <cerrno>
#include <vector>

#include <netdb.h>
#include <netinet/in.h>

#include "net_test.h"
#include "slow_names.h"
#include "uvstream/net/listener.h"

namespace uvstream::net {
namespace {

using base::Op;

class ConnectorTest : public NetTest {
  public:
    ~ConnectorTest() override {
        body = nullptr;
        slow_names::open_gate();
        while (!scheduler.is_alone()) (void)scheduler.park(strand, sched::Event::time(), in_ms(5));
    }
    static Fd listener(int backlog) {
        address::AddressList addresses;
        addresses.add(loopback());
        Fd server(bind_to(addresses, SOCK_STREAM, {}).value());
        EXPECT_TRUE(listen_on(server.get(), backlog).ok());
        return server;
    }
    static Fd client() { return Fd(open_socket(AF_INET, SOCK_STREAM, Role::Client, true, {}).value()); }
    base::Result<void> resolve_host(std::string_view host, base::Deadline deadline) {
        return resolve(strand, host, 80, SOCK_STREAM, deadline, addresses);
    }

    // A listener whose queue is full: a connect to it stays under way.
    struct Busy {
        Fd server;
        std::vector<Fd> held;
        explicit Busy() : server(listener(0)) {
            const auto at = name_of(server.get());
            for (int i = 0; i < 4; ++i) {
                held.push_back(client());
                (void)connect(held.back().get(), at.data(), at.length);
            }
        }
        address::SocketAddress address() const { return name_of(server.get()); }
    };

    address::AddressList addresses;
};

TEST_F(ConnectorTest, NumericHostsNeedNoLoop) {
    const int before = count_loops();
    for (const char* host : {"127.0.0.1", "::1", "fe80::1%1"})
        EXPECT_TRUE(resolve_host(host, in_ms(5000)).ok()) << host;
    EXPECT_EQ(addresses.size(), 3);
    EXPECT_EQ(count_loops(), before);
}

TEST_F(ConnectorTest, NamesGetTheirPort) {
    ASSERT_TRUE(resolve_host("localhost", in_ms(5000)).ok());
    ASSERT_GE(addresses.size(), 1);
    for (const auto& one : addresses) {
        EXPECT_EQ(one.family() == AF_INET ? reinterpret_cast<const sockaddr_in*>(one.data())->sin_port
                                          : reinterpret_cast<const sockaddr_in6*>(one.data())->sin6_port,
                  htons(80));
    }
}

TEST_F(ConnectorTest, UnknownZoneAndUnknownName) {
    EXPECT_EQ(resolve_host("fe80::1%nosuch", in_ms(5000)).error().op, Op::Parse);
    const auto unknown = resolve_host("..", in_ms(5000));
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().op, Op::Resolve);
    EXPECT_EQ(unknown.error().code, EAI_NONAME);
}

TEST_F(ConnectorTest, LookUpCountsInTheDeadline) {
    const slow_names::Gate gate;
    const auto deadline = in_ms(30);
    const auto late = resolve_host("slow", deadline);
    ASSERT_FALSE(late.ok());
    EXPECT_EQ(late.error().op, Op::Wait);
    EXPECT_EQ(late.error().code, ETIMEDOUT);
    EXPECT_TRUE(deadline.passed());
}

TEST_F(ConnectorTest, LookUpIsCancelled) {
    const slow_names::Gate gate;
    body = [] { return sched::Handled::Threw; };
    EXPECT_EQ(resolve_host("slow", in_ms(5000)).error().code, ECANCELED);
}

TEST_F(ConnectorTest, Connects) {
    const Fd server = listener(16);
    const Fd socket = client();
    const auto connected = connect_to(strand, socket.get(), name_of(server.get()), in_ms(5000), false);
    ASSERT_TRUE(connected.ok());
    EXPECT_TRUE(connected.value());
}

TEST_F(ConnectorTest, IsRefused) {
    address::SocketAddress at;
    { at = name_of(listener(1).get()); }
    const Fd socket = client();
    const auto connected = connect_to(strand, socket.get(), at, in_ms(5000), false);
    ASSERT_FALSE(connected.ok());
    EXPECT_EQ(connected.error().op, Op::Connect);
    EXPECT_EQ(connected.error().code, ECONNREFUSED);
}

TEST_F(ConnectorTest, TimesOut) {
    const Busy busy;
    const Fd socket = client();
    const auto deadline = in_ms(30);
    EXPECT_EQ(connect_to(strand, socket.get(), busy.address(), deadline, false).error().code, ETIMEDOUT);
    EXPECT_TRUE(deadline.passed());
}

TEST_F(ConnectorTest, AsynchronousIsUnderWay) {
    const Busy busy;
    const Fd socket = client();
    const auto connected = connect_to(strand, socket.get(), busy.address(), in_ms(5000), true);
    ASSERT_TRUE(connected.ok());
    EXPECT_FALSE(connected.value());
}

TEST_F(ConnectorTest, HookThatThrows) {
    const Busy busy;
    const Fd socket = client();
    body = [] { return sched::Handled::Threw; };
    EXPECT_EQ(connect_to(strand, socket.get(), busy.address(), in_ms(5000), false).error().code, ECANCELED);
}

// A handler connects while the look-up around it runs, and that is answered meanwhile.
TEST_F(ConnectorTest, AnswerIsNotTakenForAConnection) {
    static ConnectorTest* self;
    static const Busy* busy;
    static bool has_run;
    const Busy full;
    self = this;
    busy = &full;
    has_run = false;
    const slow_names::Gate gate;
    body = [] {
        if (std::exchange(has_run, true)) return sched::Handled::Nothing;
        slow_names::open_gate();
        const Fd socket = client();
        const auto connected = connect_to(self->strand, socket.get(), busy->address(), in_ms(200), false);
        EXPECT_FALSE(connected.ok());
        return sched::Handled::Ran;
    };
    EXPECT_TRUE(resolve_host("slow", in_ms(5000)).ok());
}

} // namespace
} // namespace uvstream::net
