#pragma once

#include <cstddef>

#include <netdb.h>

// The C library's calls that ask for a name or an address: a thread makes the same one. Not for what it knows without
// asking anybody.
namespace uvstream::libraries {

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
