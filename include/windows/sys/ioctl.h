#pragma once

#include "../posix_sockets.h"

int ioctl(int fd, unsigned long request, int* value);
