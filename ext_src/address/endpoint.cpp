#include "uvstream/address/endpoint.h"

#include "uvstream/address/socket_address.h"

namespace uvstream::address {

using base::Fault;
using base::fault;

namespace {

// Digits only, up to the end or what ends a port; stock's atoi() lets 99999 wrap and "abc" become 0.
base::Result<uint16_t> parse_port(std::string_view text) {
    text = text.substr(0, text.find_first_of(":/?#"));
    unsigned port = 0;
    if (text.empty()) return fault(Fault::BadPort);
    for (const char c : text) {
        if (c < '0' || c > '9') return fault(Fault::BadPort);
        port = port * 10 + static_cast<unsigned>(c - '0');
        if (port > 65535) return fault(Fault::BadPort);
    }
    return static_cast<uint16_t>(port);
}

base::Result<Endpoint> with_port(std::string_view host, std::string_view port_text) {
    const auto port = parse_port(port_text);
    if (!port.ok()) return port.error();
    return Endpoint{host, port.value()};
}

// "::1:80", "2001:db8::1:80", "fe80::1%lo:80": the whole text, or what stands before one of its colons, is an address.
bool is_bare_ipv6(std::string_view text) {
    text = text.substr(0, text.find_first_of("%]/?#"));
    for (size_t end = text.size(); end != text.npos && end > 0; end = text.rfind(':', end - 1)) {
        const auto numeric = parse_numeric(text.substr(0, end), 0);
        if (numeric.value() && numeric.value()->family() == AF_INET6) return true;
    }
    return false;
}

} // namespace

base::Result<Endpoint> parse_endpoint(std::string_view text) {
    if (text.find('\0') != text.npos) return fault(Fault::NulByte);

    if (text.size() > 1 && text.front() == '[') {
        const size_t close = text.find(']');
        if (close == text.npos) return fault(Fault::OpenBracket);
        if (close + 1 >= text.size() || text[close + 1] != ':') return fault(Fault::NoPortBehindBracket);
        return with_port(text.substr(1, close - 1), text.substr(close + 2));
    }

    const size_t colon = text.find(':');
    if (colon == text.npos || colon + 1 == text.size()) return fault(Fault::NoPort);
    if (text.find(':', colon + 1) != text.npos && is_bare_ipv6(text)) return fault(Fault::BareIpv6);
    return with_port(text.substr(0, colon), text.substr(colon + 1));
}

} // namespace uvstream::address
