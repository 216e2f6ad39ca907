#pragma once

#include <cstdint>
#include <string_view>

#include "uvstream/base/result.h"

// The text of an internet endpoint: "host:port", "[v6]:port", "[v6%zone]:port". Behind the port may follow a ":", "/",
// "?" or "#" and anything: persistent connections use it as a key, and mysqlnd and fsockopen() put the default port
// behind a host that brings its own ("tcp://db:3307:3306").
namespace uvstream::address {

// Views into the text that was parsed; `host` still carries its zone.
struct Endpoint {
    std::string_view host;
    uint16_t port = 0;
};

base::Result<Endpoint> parse_endpoint(std::string_view text);

} // namespace uvstream::address
