#pragma once

#include <sys/select.h>

namespace uvstream::libraries {

// In the place of select(2), as ext/sockets and mysqlnd call it. What it returns is what the real one says of the
// descriptors once one is ready.
int select_parking(int count, fd_set* to_read, fd_set* to_write, fd_set* except, timeval* timeout);
extern int (*select_real)(int count, fd_set* to_read, fd_set* to_write, fd_set* except, timeval* timeout);

} // namespace uvstream::libraries
