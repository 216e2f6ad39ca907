// Preloaded: a look-up of a name that begins with "slow" lasts until the file $SLOW_NAMES_GATE is there, and then finds
// 127.0.0.1. It announces itself with that name and ".held" behind it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// PHP 8.2 loads extensions so that they find the C library's functions before these.
void* dlopen(const char* file, int mode) {
    void* (*real)(const char*, int) = dlsym(RTLD_NEXT, "dlopen");
    return real(file, mode & ~RTLD_DEEPBIND);
}

int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints, struct addrinfo** answer) {
    int (*real)(const char*, const char*, const struct addrinfo*, struct addrinfo**) = dlsym(RTLD_NEXT, "getaddrinfo");
    const char* const gate = getenv("SLOW_NAMES_GATE");
    if (node == NULL || gate == NULL || strncmp(node, "slow", 4) != 0) return real(node, service, hints, answer);
    char held[4096];
    snprintf(held, sizeof(held), "%s.held", gate);
    close(open(held, O_WRONLY | O_CREAT | O_CLOEXEC, 0666));
    while (access(gate, F_OK) != 0) usleep(5000);
    return real("127.0.0.1", service, hints, answer);
}
