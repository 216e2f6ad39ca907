#include "uvstream/address/socket_address.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace uvstream::address {

namespace {

sockaddr_in& as_v4(sockaddr_storage& storage) { return reinterpret_cast<sockaddr_in&>(storage); }
sockaddr_in6& as_v6(sockaddr_storage& storage) { return reinterpret_cast<sockaddr_in6&>(storage); }

// A zone is an interface's name or its number; 0 when there is no such interface.
unsigned zone_index(std::string_view zone) {
    char name[IF_NAMESIZE] = {};
    if (zone.empty() || zone.size() >= sizeof(name)) return 0;
    memcpy(name, zone.data(), zone.size());
    if (const unsigned index = if_nametoindex(name)) return index;
    unsigned index = 0;
    for (const char c : zone) {
        if (c < '0' || c > '9' || index > UINT32_MAX / 10 - 1) return 0;
        index = index * 10 + static_cast<unsigned>(c - '0');
    }
    return index;
}

} // namespace

void SocketAddress::set_port(uint16_t port) {
    if (family() == AF_INET) as_v4(storage).sin_port = htons(port);
    if (family() == AF_INET6) as_v6(storage).sin6_port = htons(port);
}

bool SocketAddress::is_link_local_without_zone() const {
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(storage);
    return family() == AF_INET6 && v6.sin6_scope_id == 0 && IN6_IS_ADDR_LINKLOCAL(&v6.sin6_addr);
}

SocketAddress SocketAddress::copy_of(const sockaddr* address, socklen_t length) {
    SocketAddress copy;
    const size_t size = std::min(static_cast<size_t>(length), sizeof(copy.storage));
    memcpy(&copy.storage, address, size);
    copy.length = static_cast<socklen_t>(size);
    return copy;
}

base::Result<std::optional<SocketAddress>> parse_numeric(std::string_view host, uint16_t port) {
    SocketAddress address;
    char text[INET6_ADDRSTRLEN] = {};
    const size_t percent = host.find('%');
    const std::string_view digits = host.substr(0, percent);
    if (digits.size() >= sizeof(text)) return std::optional<SocketAddress>{};
    memcpy(text, digits.data(), digits.size());

    if (percent == host.npos && inet_pton(AF_INET, text, &as_v4(address.storage).sin_addr) == 1) {
        address.storage.ss_family = AF_INET;
        address.length = sizeof(sockaddr_in);
    } else if (inet_pton(AF_INET6, text, &as_v6(address.storage).sin6_addr) == 1) {
        address.storage.ss_family = AF_INET6;
        address.length = sizeof(sockaddr_in6);
        if (percent != host.npos) {
            const unsigned index = zone_index(host.substr(percent + 1));
            if (index == 0) return base::fault(base::Fault::UnknownZone);
            as_v6(address.storage).sin6_scope_id = index;
        }
    } else {
        return std::optional<SocketAddress>{};
    }
    address.set_port(port);
    return std::optional<SocketAddress>{address};
}

base::Result<SocketAddress> parse_unix_path(std::string_view path) {
    SocketAddress address;
    auto& un = reinterpret_cast<sockaddr_un&>(address.storage);
    const bool is_abstract = kHasAbstractNames && !path.empty() && path.front() == '\0';
    if (!is_abstract && path.find('\0') != path.npos) return base::fault(base::Fault::PathNulByte);

    // A path keeps room for its terminating NUL byte, an abstract name has none.
    const size_t room = is_abstract ? sizeof(un.sun_path) : sizeof(un.sun_path) - 1;
    if (path.size() > room) return base::Error{base::Op::Path, ENAMETOOLONG};

    un.sun_family = AF_UNIX;
    memcpy(un.sun_path, path.data(), path.size());
    address.length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    return address;
}

} // namespace uvstream::address
