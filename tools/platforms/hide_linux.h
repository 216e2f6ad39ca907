// Included behind headers.h by tools/platforms/no-linux: what the kernel and the C library have for themselves is not
// there for our sources, as on a system that has none of it. (Each is a name that a source asks for by #ifdef, or
// calls.)
#ifdef UV_H // of headers.h, which has nothing while configure looks at the compiler

#undef __linux__
#undef __GLIBC__

#undef CLOCK_MONOTONIC_COARSE
#undef ENONET
#undef IP_BIND_ADDRESS_NO_PORT
#undef MSG_ERRQUEUE
#undef MSG_NOSIGNAL
#undef O_PATH
#undef POLLRDHUP
#undef RWF_NOWAIT
#undef SIGRTMAX
#undef SI_TKILL
#undef SOCK_CLOEXEC
#undef SOCK_NONBLOCK
#undef SYS_pidfd_open

// macOS has that for it.
#define TCP_KEEPALIVE TCP_KEEPIDLE_OF_LINUX
enum { TCP_KEEPIDLE_OF_LINUX = TCP_KEEPIDLE };
#undef TCP_KEEPIDLE

#pragma GCC poison accept4 dup3 epoll_create1 epoll_ctl epoll_wait eventfd memfd_create mkostemp on_exit pipe2 ppoll   \
    preadv2
#pragma GCC poison pthread_tryjoin_np pwritev2 recvmmsg sendmmsg semtimedop signalfd sigtimedwait sigwaitinfo
#pragma GCC poison tee

#endif
