#pragma once

#include <sys/socket.h>

#ifndef _WIN32 // (include/windows has them there)
#include <unistd.h>

// socket(2) and close(2), for which Windows has calls of its own.
inline int open_descriptor(int family, int type, int protocol) { return socket(family, type, protocol); }
inline int close_descriptor(int fd) { return close(fd); }
#endif
