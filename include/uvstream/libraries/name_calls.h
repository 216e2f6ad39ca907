#pragma once

#include <cstddef>

#include <netdb.h>

// The C library's calls that ask for a name or an address: a thread makes the same one. Not for what it knows without
// asking anybody.
namespace uvstream::libraries {

// What gethostbyname_r() has found for a strand that waited, until it has for the next one. PHP has one place for the
// answers of all, which by then may be freed, or be another strand's: it looks at what it is returned, and at once.
class FoundHost {
  public:
    FoundHost() = default;
    ~FoundHost() { clear(); }
    FoundHost(const FoundHost&) = delete;
    FoundHost& operator=(const FoundHost&) = delete;

    // Takes over the memory, into which the entry points.
    hostent* keep(const hostent& entry, char* memory);
    void clear();

  private:
    hostent entry_{};
    char* memory_ = nullptr;
};

int getaddrinfo_parking(const char* host, const char* service, const addrinfo* hints, addrinfo** answer);
int getnameinfo_parking(const sockaddr* address, socklen_t length, char* host, socklen_t host_size, char* service,
                        socklen_t service_size, int flags);
int gethostbyname_r_parking(const char* name, hostent* entry, char* memory, size_t size, hostent** found, int* error);
extern int (*getaddrinfo_real)(const char* host, const char* service, const addrinfo* hints, addrinfo** answer);
extern int (*getnameinfo_real)(const sockaddr* address, socklen_t length, char* host, socklen_t host_size,
                               char* service, socklen_t service_size, int flags);
extern int (*gethostbyname_r_real)(const char* name, hostent* entry, char* memory, size_t size, hostent** found,
                                   int* error);

} // namespace uvstream::libraries
