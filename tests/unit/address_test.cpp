#include "uvstream/address/endpoint.h"
#include "uvstream/address/socket_address.h"

#include <cerrno>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <gtest/gtest.h>

namespace uvstream::address {
namespace {

using base::Fault;
using base::Op;

void expect_endpoint(std::string_view text, std::string_view host, uint16_t port) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_TRUE(endpoint.ok()) << text;
    EXPECT_EQ(endpoint.value().host, host) << text;
    EXPECT_EQ(endpoint.value().port, port) << text;
}

void expect_fault(std::string_view text, Fault fault) {
    const auto endpoint = parse_endpoint(text);
    ASSERT_FALSE(endpoint.ok()) << text;
    EXPECT_EQ(endpoint.error().op, Op::Parse) << text;
    EXPECT_EQ(endpoint.error().code, static_cast<int>(fault)) << text;
}

TEST(Endpoint, HasHostAndPort) {
    expect_endpoint("127.0.0.1:80", "127.0.0.1", 80);
    expect_endpoint("example.org:65535", "example.org", 65535);
    expect_endpoint("localhost:0", "localhost", 0);
    expect_endpoint("[::1]:443", "::1", 443);
    expect_endpoint("[fe80::1%eth0]:443", "fe80::1%eth0", 443);
}

TEST(Endpoint, MayHaveAKeyBehindThePort) {
    expect_endpoint("127.0.0.1:80/anything", "127.0.0.1", 80);
    expect_endpoint("127.0.0.1:80/with:colons", "127.0.0.1", 80);
    expect_endpoint("[::1]:80/anything", "::1", 80);
}

TEST(Endpoint, NeedsAPort) {
    expect_fault("", Fault::NoPort);
    expect_fault("localhost", Fault::NoPort);
    expect_fault("localhost:", Fault::NoPort);
}

TEST(Endpoint, RefusesABadPort) {
    for (const char* text :
         {"h:99999", "h:65536", "h:abc", "h:80x80", "h:-1", "h: 80", "h:/key", "[::1]:", "[::1]:x"}) {
        expect_fault(text, Fault::BadPort);
    }
}

TEST(Endpoint, RefusesLooseIpv6AndBrackets) {
    expect_fault("::1:80", Fault::BareIpv6);
    expect_fault("[::1", Fault::OpenBracket);
    expect_fault("[::1]", Fault::OpenBracket);
    expect_fault("[::1]80", Fault::OpenBracket);
}

TEST(Endpoint, RefusesANulByte) { expect_fault({"local\0host:80", 13}, Fault::NulByte); }

TEST(NumericAddress, IsRecognised) {
    const auto v4 = parse_numeric("127.0.0.1", 80);
    ASSERT_TRUE(v4.ok() && v4.value());
    const auto* in = reinterpret_cast<const sockaddr_in*>(v4.value()->data());
    EXPECT_EQ(in->sin_family, AF_INET);
    EXPECT_EQ(ntohs(in->sin_port), 80);
    EXPECT_EQ(ntohl(in->sin_addr.s_addr), INADDR_LOOPBACK);

    const auto v6 = parse_numeric("::1", 443);
    ASSERT_TRUE(v6.ok() && v6.value());
    EXPECT_EQ(v6.value()->family(), AF_INET6);
}

TEST(NumericAddress, LeavesNamesToTheResolver) {
    const auto name = parse_numeric("localhost", 80);
    ASSERT_TRUE(name.ok());
    EXPECT_FALSE(name.value());
}

TEST(NumericAddress, KnowsZones) {
    const auto known = parse_numeric("fe80::1%lo", 80);
    ASSERT_TRUE(known.ok() && known.value());
    EXPECT_NE(reinterpret_cast<const sockaddr_in6*>(known.value()->data())->sin6_scope_id, 0U);

    const auto unknown = parse_numeric("fe80::1%nosuchif", 80);
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().code, static_cast<int>(Fault::UnknownZone));
}

TEST(UnixPath, IsNeverCut) {
    const auto fits = parse_unix_path(std::string(107, 'x'));
    ASSERT_TRUE(fits.ok());
    EXPECT_EQ(reinterpret_cast<const sockaddr_un*>(fits.value().data())->sun_path, std::string(107, 'x'));

    const auto too_long = parse_unix_path(std::string(109, 'x'));
    ASSERT_FALSE(too_long.ok());
    EXPECT_EQ(too_long.error().op, Op::Path);
    EXPECT_EQ(too_long.error().code, ENAMETOOLONG);
}

TEST(UnixPath, MayBeAbstractButHasNoOtherNulByte) {
    const auto abstract = parse_unix_path({"\0name", 5});
    ASSERT_TRUE(abstract.ok());
    EXPECT_EQ(abstract.value().length, offsetof(sockaddr_un, sun_path) + 5);
    EXPECT_FALSE(parse_unix_path({"a\0b", 3}).ok());
}

} // namespace
} // namespace uvstream::address
