#include "uvstream/address/endpoint.h"

#include <string>

#include <gtest/gtest.h>

namespace uvstream::address {
namespace {

using base::Fault;

int fault_of(std::string_view text) {
    const auto endpoint = parse_endpoint(text);
    return endpoint.ok() ? -1 : endpoint.error().code;
}

TEST(EndpointText, EveryPortIsItself) {
    for (int port = 0; port <= 65535; ++port) {
        const std::string text = "host:" + std::to_string(port); // the endpoint is a view into it
        const auto endpoint = parse_endpoint(text);
        ASSERT_TRUE(endpoint.ok()) << port;
        ASSERT_EQ(endpoint.value().port, port);
    }
}

TEST(EndpointText, HugePortsDoNotWrap) {
    for (const char* port :
         {"65536", "65616", "131152", "4294967376", "18446744073709551696", "99999999999999999999999999999999999999"}) {
        EXPECT_EQ(fault_of(std::string("host:") + port), static_cast<int>(Fault::BadPort)) << port;
    }
}

TEST(EndpointText, LeadingZerosAreDecimal) {
    const auto endpoint = parse_endpoint("host:00080");
    ASSERT_TRUE(endpoint.ok());
    EXPECT_EQ(endpoint.value().port, 80);
}

TEST(EndpointText, PortTakesNoSignOrSpace) {
    for (const char* text : {"h:+80", "h:-80", "h:80 ", "h:\t80", "h:0x50", "h:8e1", "h:80.", "h:80\n", "h:\xc2\xb2"}) {
        EXPECT_EQ(fault_of(text), static_cast<int>(Fault::BadPort)) << text;
    }
}

// Behind the port may stand what persistent keys, mysqlnd and fsockopen() put there.
TEST(EndpointText, WhatFollowsThePort) {
    for (const char* host : {"127.0.0.1", "[::1]", "sql", ""}) {
        for (const char* rest :
             {":3306", ":", ":x:y", "::", ":3306?x", "/", "/x:9", "/x?#", "?x", "?", "?a:b", "#x", "#/"}) {
            const std::string text = std::string(host) + ":80" + rest;
            const auto endpoint = parse_endpoint(text);
            ASSERT_TRUE(endpoint.ok()) << text;
            EXPECT_EQ(endpoint.value().host, std::string(host) == "[::1]" ? "::1" : host) << text;
            EXPECT_EQ(endpoint.value().port, 80) << text;
        }
    }
}

TEST(EndpointText, WhatFollowsThePortExcusesNoBadPort) {
    for (const char* port : {"80x", "80\n", " 80", "80 ", "99999", "-1", "http", "", "80@", "80;", "80,", "80\\"}) {
        for (const char* host : {"127.0.0.1", "[::1]", "sql"}) {
            for (const char* rest : {":3306", "/x", "?x", "#x"}) {
                const std::string text = std::string(host) + ":" + port + rest;
                EXPECT_EQ(fault_of(text), static_cast<int>(Fault::BadPort)) << text;
            }
        }
    }
}

TEST(EndpointText, Ipv6NeedsItsBrackets) {
    for (const char* text :
         {"::", "::1", "::1:80", "::1:80:3306", "::1/x", "::1:80/x", "::1?x", ":::80", "::ffff:127.0.0.1:80", "::1]:80",
          "2001:db8::1:80", "2001:1::1:80", "2001:1::1:99999", "1:2:3:4:5:6:7:8:80", "1:2:3:4:5:6:7:8", "fe80::1%lo:80",
          "fe80::1%lo", "2001:db8::1:80:3306", "db::3306"}) {
        EXPECT_EQ(fault_of(text), static_cast<int>(Fault::BareIpv6)) << text;
    }
    // As many colons, but no address before any of them.
    for (const char* text : {"1:2:3:4", "10:80:3306", "cafe:80:3306", "h:80:::1", "a:80/::1", "::1x:80"}) {
        EXPECT_NE(fault_of(text), static_cast<int>(Fault::BareIpv6)) << text;
    }
}

TEST(EndpointText, WhatIsMissing) {
    for (const char* text : {"", "host", "host:", ":", "[", "]", "127.0.0.1/x"}) {
        EXPECT_EQ(fault_of(text), static_cast<int>(Fault::NoPort)) << text;
    }
    for (const char* text : {"[::1", "[::1:80", "[["}) {
        EXPECT_EQ(fault_of(text), static_cast<int>(Fault::OpenBracket)) << text;
    }
    for (const char* text : {"[::1]", "[::1]80", "[::1]x:80", "[::1]]:80", "[[::1]]:80", "[]"}) {
        EXPECT_EQ(fault_of(text), static_cast<int>(Fault::NoPortBehindBracket)) << text;
    }
}

TEST(EndpointText, NulBytesAnywhere) {
    const std::string text = "host:80/key";
    for (size_t at = 0; at <= text.size(); ++at) {
        std::string with_nul = text;
        with_nul.insert(at, 1, '\0');
        EXPECT_EQ(fault_of(with_nul), static_cast<int>(Fault::NulByte)) << at;
    }
}

TEST(EndpointText, EmptyHostIsTheResolversBusiness) {
    const auto endpoint = parse_endpoint(":80");
    ASSERT_TRUE(endpoint.ok());
    EXPECT_TRUE(endpoint.value().host.empty());
}

// Every text of a small alphabet: none may crash, and what is accepted has a host and a port of the text.
TEST(EndpointText, EveryShortText) {
    const std::string alphabet = "[]:/%?1a";
    std::string text;
    for (size_t size = 1; size <= 6; ++size) {
        size_t count = 1;
        for (size_t i = 0; i < size; ++i) count *= alphabet.size();
        for (size_t number = 0; number < count; ++number) {
            text.clear();
            for (size_t i = 0, rest = number; i < size; ++i, rest /= alphabet.size()) {
                text += alphabet[rest % alphabet.size()];
            }
            const auto endpoint = parse_endpoint(text);
            if (!endpoint.ok()) continue;
            ASSERT_NE(text.find(endpoint.value().host), text.npos) << text;
            ASSERT_NE(text.find(":1"), text.npos) << text;
        }
    }
}

} // namespace
} // namespace uvstream::address
