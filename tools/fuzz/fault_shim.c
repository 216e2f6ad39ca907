// Makes the N-th call of one kind fail, as the system might: preloaded beside the dlopen() of no_deepbind.c.
// fault_arm() chooses, fault_kind() and fault_count() say which kinds were called since, and how often. The kinds are
// those of the FAULTY calls below. Only what goes through the C library's names is seen; what libuv or glibc do by
// system calls of their own, or glibc within itself, is not.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KINDS = 32 };
static const char* kinds[KINDS]; // in the order in which they were first called, by whatever thread
static int counts[KINDS];
static char armed_kind[KINDS];
static int armed_nth, armed_errno, armed_for_good, fired;

static int number_of(const char* kind) {
    for (int i = 0; i < KINDS; i++) {
        const char* there = NULL;
        if (__atomic_compare_exchange_n(&kinds[i], &there, kind, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return i;
        if (strcmp(there, kind) == 0) return i;
    }
    abort();
}

// The nth call from now, counted from 1, fails with this errno; for good: and all after it.
void fault_arm(const char* kind, int nth, int error, int for_good) {
    memset(counts, 0, sizeof counts);
    fired = 0;
    armed_nth = nth;
    armed_errno = error;
    armed_for_good = for_good;
    strncpy(armed_kind, kind, sizeof armed_kind - 1);
}
int fault_disarm(void) {
    *armed_kind = 0;
    return fired;
}
// The i-th kind, or null; and how many calls of it came since fault_arm().
const char* fault_kind(int i) { return i < KINDS ? kinds[i] : NULL; }
int fault_count(int i) { return counts[i]; }

static int fails(const char* kind) {
    int call = __atomic_add_fetch(&counts[number_of(kind)], 1, __ATOMIC_RELAXED);
    if (strcmp(kind, armed_kind) != 0 || call < armed_nth || (call > armed_nth && !armed_for_good)) return 0;
    fired++;
    errno = armed_errno;
    return 1;
}

// What is no socket is PHP's own affair, scripts and traces, or libuv's.
static int is_socket(int fd) {
    struct stat of;
    int before = errno, yes = fd > 2 && fstat(fd, &of) == 0 && S_ISSOCK(of.st_mode);
    errno = before;
    return yes;
}

static void* real(const char* name) { return dlsym(RTLD_NEXT, name); }
#define FAULTY_IF(condition, kind, type, name, parameters, arguments)                                                  \
    type name parameters {                                                                                             \
        static type(*next) parameters;                                                                                 \
        if (!next) next = (type(*) parameters)real(#name);                                                             \
        return (condition) && fails(kind) ? (type)-1 : next arguments;                                                 \
    }
#define FAULTY(kind, type, name, parameters, arguments) FAULTY_IF(1, kind, type, name, parameters, arguments)
#define FAULTY_ON(kind, type, name, parameters, arguments)                                                             \
    FAULTY_IF(is_socket(fd), kind, type, name, parameters, arguments)

typedef struct sockaddr Address;
FAULTY("accept", int, accept, (int fd, Address* a, socklen_t* n), (fd, a, n))
FAULTY("accept", int, accept4, (int fd, Address* a, socklen_t* n, int f), (fd, a, n, f))
FAULTY("recv", ssize_t, recv, (int fd, void* b, size_t n, int f), (fd, b, n, f))
FAULTY("recv", ssize_t, recvfrom, (int fd, void* b, size_t n, int f, Address* a, socklen_t* l), (fd, b, n, f, a, l))
FAULTY("recv", ssize_t, recvmsg, (int fd, struct msghdr* m, int f), (fd, m, f))
FAULTY("recv", ssize_t, __recv_chk, (int fd, void* b, size_t n, size_t m, int f), (fd, b, n, m, f))
FAULTY("recv", ssize_t, __recvfrom_chk, (int fd, void* b, size_t n, size_t m, int f, Address* a, socklen_t* l),
       (fd, b, n, m, f, a, l))
FAULTY_ON("recv", ssize_t, read, (int fd, void* b, size_t n), (fd, b, n))
FAULTY_ON("recv", ssize_t, __read_chk, (int fd, void* b, size_t n, size_t m), (fd, b, n, m))
FAULTY("send", ssize_t, send, (int fd, const void* b, size_t n, int f), (fd, b, n, f))
FAULTY("send", ssize_t, sendto, (int fd, const void* b, size_t n, int f, const Address* a, socklen_t l),
       (fd, b, n, f, a, l))
FAULTY("send", ssize_t, sendmsg, (int fd, const struct msghdr* m, int f), (fd, m, f))
FAULTY_ON("send", ssize_t, write, (int fd, const void* b, size_t n), (fd, b, n))
FAULTY("poll", int, poll, (struct pollfd * p, nfds_t n, int t), (p, n, t))
FAULTY("poll", int, ppoll, (struct pollfd * p, nfds_t n, const struct timespec* t, const sigset_t* s), (p, n, t, s))
FAULTY("poll", int, __poll_chk, (struct pollfd * p, nfds_t n, int t, size_t m), (p, n, t, m))
FAULTY("poll", int, select, (int n, fd_set* r, fd_set* w, fd_set* e, struct timeval* t), (n, r, w, e, t))
// (The other operations take nothing that the system can lack.)
FAULTY_IF(op == EPOLL_CTL_ADD, "epoll_ctl", int, epoll_ctl, (int p, int op, int fd, struct epoll_event* e),
          (p, op, fd, e))
FAULTY("epoll_wait", int, epoll_wait, (int p, struct epoll_event* e, int n, int t), (p, e, n, t))
FAULTY("epoll_wait", int, epoll_pwait, (int p, struct epoll_event* e, int n, int t, const sigset_t* s), (p, e, n, t, s))
FAULTY("epoll_create", int, epoll_create1, (int f), (f))
FAULTY("socket", int, socket, (int d, int t, int p), (d, t, p))
FAULTY("socket", int, socketpair, (int d, int t, int p, int v[2]), (d, t, p, v))
FAULTY("bind", int, bind, (int fd, const Address* a, socklen_t n), (fd, a, n))
FAULTY("listen", int, listen, (int fd, int n), (fd, n))
FAULTY("connect", int, connect, (int fd, const Address* a, socklen_t n), (fd, a, n))
FAULTY("dup", int, dup, (int fd), (fd))
FAULTY("dup", int, dup2, (int fd, int to), (fd, to))
FAULTY("dup", int, dup3, (int fd, int to, int f), (fd, to, f))
FAULTY("eventfd", int, eventfd, (unsigned int n, int f), (n, f))
FAULTY("pipe2", int, pipe2, (int v[2], int f), (v, f))
FAULTY("pipe2", int, pipe, (int v[2]), (v))
FAULTY("getsockopt", int, getsockopt, (int fd, int l, int o, void* v, socklen_t* n), (fd, l, o, v, n))
FAULTY("setsockopt", int, setsockopt, (int fd, int l, int o, const void* v, socklen_t n), (fd, l, o, v, n))
FAULTY("getsockname", int, getsockname, (int fd, Address* a, socklen_t* n), (fd, a, n))

#define FAULTY_CONTROL(kind, name, request_type)                                                                       \
    int name(int fd, request_type request, ...) {                                                                      \
        va_list rest;                                                                                                  \
        va_start(rest, request);                                                                                       \
        void* argument = va_arg(rest, void*);                                                                          \
        va_end(rest);                                                                                                  \
        return is_socket(fd) && fails(kind) ? -1                                                                       \
                                            : ((int (*)(int, request_type, ...))real(#name))(fd, request, argument);   \
    }
FAULTY_CONTROL("fcntl", fcntl, int)
FAULTY_CONTROL("fcntl", fcntl64, int)
FAULTY_CONTROL("ioctl", ioctl, unsigned long)

int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints, struct addrinfo** result) {
    if (fails("getaddrinfo")) return errno == EAGAIN ? EAI_AGAIN : errno == ENOMEM ? EAI_MEMORY : EAI_SYSTEM;
    return ((int (*)(const char*, const char*, const struct addrinfo*, struct addrinfo**))real("getaddrinfo"))(
        node, service, hints, result);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* with, void* (*run)(void*), void* argument) {
    if (fails("pthread_create")) return errno;
    return ((int (*)(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*))real("pthread_create"))(thread, with,
                                                                                                         run, argument);
}
