#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <optional>
#include <string_view>

#include <sys/socket.h>

#include "uvstream/address/endpoint.h"
#include "uvstream/base/result.h"

namespace uvstream::address {

// A socket address of any family, by value. Always zeroed first, so that a name read from it never shows old memory.
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t length = 0;

    sa_family_t family() const { return storage.ss_family; }
    sockaddr* data() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&storage); }
    bool is_link_local_without_zone() const;
    void set_port(uint16_t port);

    static SocketAddress copy_of(const sockaddr* address, socklen_t length);
};

// Addresses in the order in which they are tried. A fixed size, so that a list can lie on a stack that longjmp
// abandons; a resolver's answer beyond it is not tried. Its memory is not touched before there is something to put in:
// a list that waits for its look-up takes no page of the stack.
class AddressList {
  public:
    static constexpr int kMost = 32;

    void add(const SocketAddress& item) {
        if (size_ < kMost) new (memory_ + sizeof(item) * static_cast<size_t>(size_++)) SocketAddress(item);
    }
    int size() const { return size_; }
    const SocketAddress* begin() const { return std::launder(reinterpret_cast<const SocketAddress*>(memory_)); }
    const SocketAddress* end() const { return begin() + size_; }
    const SocketAddress& operator[](int i) const { return begin()[i]; }

  private:
    int size_ = 0;
    alignas(SocketAddress) unsigned char memory_[sizeof(SocketAddress) * kMost];
};

// The address that a numeric host stands for ("127.0.0.1", "::1", "fe80::1%eth0"); empty for a name, which is for the
// resolver. A zone that names no interface is an error.
base::Result<std::optional<SocketAddress>> parse_numeric(std::string_view host, uint16_t port);

// Names of unix sockets that are no file's, and begin with a NUL byte.
#ifdef __linux__
constexpr bool kHasAbstractNames = true;
#else
constexpr bool kHasAbstractNames = false;
#endif

// A path in the file system, or, beginning with a NUL byte, a name in Linux's abstract namespace.
// Never cut: ENAMETOOLONG (operation Path) when it does not fit.
base::Result<SocketAddress> parse_unix_path(std::string_view path);

} // namespace uvstream::address
