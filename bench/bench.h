/* What the programs in this directory share: the request, the reply, the clock, and a way out. */
#ifndef BENCH_H
#define BENCH_H

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* servers/common.php builds the same reply: change both or neither. */
#define REQUEST                                                                                                        \
    "GET /bench HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: load\r\nAccept: */*\r\nConnection: keep-alive\r\n\r\n"
#define REPLY_HEAD                                                                                                     \
    "HTTP/1.1 200 OK\r\nServer: bench\r\nContent-Type: text/plain\r\nContent-Length: 56\r\nCache-Control: "            \
    "no-store\r\n\r\n"
#define REPLY_BODY "0123456789abcdef0123456789abcdef0123456789abcdef01234567"
#define REPLY REPLY_HEAD REPLY_BODY
#define REPLY_SIZE (sizeof(REPLY) - 1)

/* A request that starts with this letter ends a server that cannot see the end otherwise (churn, UDP). */
#define BYE "BYE\r\n\r\n"

_Noreturn static inline void fail(const char* what) {
    fprintf(stderr, "%s: %s\n", what, errno ? strerror(errno) : "protocol error");
    exit(1);
}

/* User and system time of this process, all of its threads, in microseconds. */
static inline double cpu_us(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static inline struct sockaddr_in loopback(int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

/* The two lines that the runner reads from a server. */
static inline void print_port(const struct sockaddr_in* address) {
    printf("port %d\n", ntohs(address->sin_port));
    fflush(stdout);
}

static inline void print_result(long count, double cpu) {
    printf("result %ld %.0f\n", count, cpu);
    fflush(stdout);
}

#endif
