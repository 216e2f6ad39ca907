#pragma once

#include_next <fcntl.h>

// Files are not inherited unless asked for; the mode of a socket cannot be asked: F_GETFL says that it blocks.
#define O_CLOEXEC O_NOINHERIT
#define O_NONBLOCK 0x4000
#define F_GETFD 1
#define F_SETFD 2
#define F_GETFL 3
#define F_SETFL 4
#define F_DUPFD_CLOEXEC 1030
#define FD_CLOEXEC 1

extern "C" int fcntl(int fd, int command, int value = 0);
