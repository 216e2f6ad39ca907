#pragma once

#include <cstddef>

#include <sys/types.h>

// read(2) and write(2) that do not wait, whatever the descriptor's own flag says: it belongs to the open file, which
// other processes may share. Where the system has no such call (a terminal, another system than Linux) they ask first,
// and take or give no more than goes at once; only who else reads or writes that file can then make one wait.
namespace uvstream::net {

ssize_t read_at_once(int fd, char* data, size_t size);

// (As much as fits; all or nothing up to PIPE_BUF.)
ssize_t write_at_once(int fd, const char* data, size_t size);

} // namespace uvstream::net
