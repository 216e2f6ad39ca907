#pragma once

#include <sys/types.h>

namespace uvstream::libraries {

// In the place of open(2): that of a FIFO waits for the other end, which may be another strand's to open. (`mode` is
// there only with O_CREAT; C passes it as it would if it always were.)
int open_parking(const char* path, int flags, mode_t mode);
extern int (*open_real)(const char* path, int flags, mode_t mode);

} // namespace uvstream::libraries
