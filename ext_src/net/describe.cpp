#include "uvstream/net/describe.h"

#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>

#include <netdb.h>
#include <sys/un.h>
#include <unistd.h>

#include "uvstream/address/socket_address.h"
#include "uvstream/net/open_socket.h"

namespace uvstream::net {

namespace {

// A path, or, with an @ before it, a name in Linux's abstract namespace; empty for a socket without one.
std::string path_of(const address::SocketAddress& at) {
    constexpr size_t kBefore = offsetof(sockaddr_un, sun_path);
    if (static_cast<size_t>(at.length) <= kBefore) return {};
    const char* const path = reinterpret_cast<const sockaddr_un&>(at.storage).sun_path;
    const size_t size = static_cast<size_t>(at.length) - kBefore;
    // (Elsewhere that is what a socket without a name has.)
    const bool is_abstract = address::kHasAbstractNames && path[0] == '\0';
    return is_abstract ? "@" + std::string(path + 1, size - 1) : std::string(path, strnlen(path, size));
}

std::string host_of(const address::SocketAddress& at) {
    char host[NI_MAXHOST], port[NI_MAXSERV];
    const int flags = NI_NUMERICHOST | NI_NUMERICSERV;
    if (getnameinfo(at.data(), at.length, host, sizeof(host), port, sizeof(port), flags) != 0) return {};
    return (at.family() == AF_INET6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + port;
}

std::string name_of(const address::SocketAddress& at) { return at.family() == AF_UNIX ? path_of(at) : host_of(at); }

// Empty where the socket has no such name.
using AskName = int (*)(int, sockaddr*, socklen_t*);
std::string name_of(int fd, AskName ask) {
    address::SocketAddress at;
    at.length = sizeof(at.storage);
    return ask(fd, at.data(), &at.length) == 0 ? name_of(at) : std::string();
}

// (Only TCP has one that takes its time.)
std::string name_of_peer(const sockaddr* at) {
    const size_t size = at->sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
    return name_of(address::SocketAddress::copy_of(at, static_cast<socklen_t>(size)));
}

const char* scheme_of(bool is_unix, bool is_stream, bool speaks_tls) {
    if (is_unix) return is_stream ? " unix://" : " udg://";
    return !is_stream ? " udp://" : speaks_tls ? " tls://" : " tcp://";
}

const char* verb_of(const sched::Event& event) {
    if (!event.reads()) return " to write";
    return event.writes() ? " to read or write" : " to read";
}

bool has_peer(int fd) {
    address::SocketAddress at;
    at.length = sizeof(at.storage);
    return getpeername(fd, at.data(), &at.length) == 0;
}

void describe_socket(std::string& text, const sched::Event& event, SocketKind kind, bool speaks_tls) {
    const int fd = event.fd;
    const bool is_unix = kind.family == AF_UNIX, is_stream = kind.type == SOCK_STREAM;
    const bool is_connected = has_peer(fd), accepts = is_listener(fd);
    const bool connects = is_stream && !is_connected && !accepts;
    const bool has_address = connects && event.peer != nullptr;
    const char* const connect = has_address ? " to connect to" : " to connect by";
    text += accepts ? " to accept at" : connects ? connect : verb_of(event);
    std::string name = has_address ? name_of_peer(event.peer) : is_connected ? name_of(fd, getpeername) : std::string();
    if (name.empty()) name = name_of(fd, getsockname); // of a unix client, whose end has none
    if (name.empty()) return (void)text.append(is_unix ? " a unix socket without a name" : " a socket");
    text.append(scheme_of(is_unix, is_stream, speaks_tls)).append(name);
}

void describe_other(std::string& text, int fd, const char* verb) {
    char link[32], target[256];
    snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
    const ssize_t size = readlink(link, target, sizeof(target));
    const std::string_view name(target, size > 0 ? static_cast<size_t>(size) : 0);
    text += verb;
    if (name.empty()) {
        text += " descriptor " + std::to_string(fd);
    } else if (name.substr(0, 5) == "pipe:") {
        text += " a pipe";
    } else {
        text.append(" ").append(name);
    }
}

} // namespace

void describe_wait(std::string& text, const sched::Event& event, bool speaks_tls) {
    const SocketKind kind = kind_of(event.fd);
    if (kind.type != 0) {
        describe_socket(text, event, kind, speaks_tls);
    } else {
        describe_other(text, event.fd, verb_of(event));
    }
}

} // namespace uvstream::net
