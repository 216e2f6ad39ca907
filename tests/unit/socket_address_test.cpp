#include "uvstream/address/socket_address.h"

#include <cerrno>
#include <cstddef>
#include <string>

#include <netinet/in.h>
#include <sys/un.h>

#include <gtest/gtest.h>

namespace uvstream::address {
namespace {

TEST(SocketAddress, NumericFormsThatTheResolverGets) {
    for (const char* host : {"", "localhost", "127.1", "0x7f.0.0.1", "1.2.3.4.5", "256.0.0.1", "1.2.3",
                             ":::", "::1::", "1.2.3.4%lo", "12345::1", "host%lo"}) {
        const auto address = parse_numeric(host, 1);
        ASSERT_TRUE(address.ok()) << host;
        EXPECT_FALSE(address.value().has_value()) << host;
    }
    EXPECT_FALSE(parse_numeric(std::string(5000, '1'), 1).value().has_value());
}

TEST(SocketAddress, ZonesByNumber) {
    const auto address = parse_numeric("fe80::1%7", 1);
    ASSERT_TRUE(address.ok() && address.value());
    EXPECT_EQ(reinterpret_cast<const sockaddr_in6*>(address.value()->data())->sin6_scope_id, 7U);
}

TEST(SocketAddress, ZonesThatNameNothing) {
    for (const std::string& zone : {std::string(), std::string("nosuch0"), std::string(100, 'x'), std::string("1x"),
                                    std::string("0"), std::string("99999999999"), std::string("-1")}) {
        const auto address = parse_numeric("fe80::1%" + zone, 1);
        EXPECT_FALSE(address.ok()) << zone;
    }
}

TEST(SocketAddress, LinkLocalWithoutZone) {
    EXPECT_TRUE(parse_numeric("fe80::1", 1).value()->is_link_local_without_zone());
    EXPECT_FALSE(parse_numeric("fe80::1%1", 1).value()->is_link_local_without_zone());
    EXPECT_FALSE(parse_numeric("::1", 1).value()->is_link_local_without_zone());
    EXPECT_FALSE(parse_numeric("127.0.0.1", 1).value()->is_link_local_without_zone());
}

TEST(SocketAddress, PortOfAnyFamily) {
    auto v4 = *parse_numeric("127.0.0.1", 1).value();
    v4.set_port(258);
    EXPECT_EQ(reinterpret_cast<const sockaddr_in*>(v4.data())->sin_port, htons(258));
    auto v6 = *parse_numeric("::1", 1).value();
    v6.set_port(258);
    EXPECT_EQ(reinterpret_cast<const sockaddr_in6*>(v6.data())->sin6_port, htons(258));
}

TEST(SocketAddress, PathLengths) {
    EXPECT_TRUE(parse_unix_path("").ok());
    EXPECT_TRUE(parse_unix_path(std::string(107, 'p')).ok());
    const auto too_long = parse_unix_path(std::string(108, 'p'));
    ASSERT_FALSE(too_long.ok());
    EXPECT_EQ(too_long.error().op, base::Op::Path);
    EXPECT_EQ(too_long.error().code, ENAMETOOLONG);
    EXPECT_FALSE(parse_unix_path(std::string(100'000, 'p')).ok());
}

// An abstract name needs no terminating NUL byte, and may hold some.
TEST(SocketAddress, AbstractNames) {
    EXPECT_TRUE(parse_unix_path(std::string(1, '\0') + std::string(107, 'n')).ok());
    EXPECT_FALSE(parse_unix_path(std::string(1, '\0') + std::string(108, 'n')).ok());
    const auto with_nul = parse_unix_path({"\0a\0b", 4});
    ASSERT_TRUE(with_nul.ok());
    EXPECT_EQ(with_nul.value().length, offsetof(sockaddr_un, sun_path) + 4);
}

TEST(SocketAddress, CopyIsCutToItsRoom) {
    char big[1000] = {};
    EXPECT_EQ(SocketAddress::copy_of(reinterpret_cast<const sockaddr*>(big), sizeof(big)).length,
              sizeof(sockaddr_storage));
}

TEST(AddressList, KeepsTheFirst) {
    AddressList list;
    for (uint16_t port = 1; port <= 100; ++port) list.add(*parse_numeric("127.0.0.1", port).value());
    EXPECT_EQ(list.size(), AddressList::kMost);
    EXPECT_EQ(reinterpret_cast<const sockaddr_in*>(list[31].data())->sin_port, htons(32));
}

} // namespace
} // namespace uvstream::address
