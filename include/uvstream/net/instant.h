#pragma once

#include <cstddef>

#include <sys/socket.h>
#include <sys/types.h>

// read(2) and write(2) that do not wait, whatever the descriptor's own flag says: it belongs to the open file, which
// other processes may share. Where the system has no such call (a terminal, another system than Linux) they ask first,
// and take or give no more than goes at once; only who else reads or writes that file can then make one wait.
namespace uvstream::net {

ssize_t read_at_once(int fd, char* data, size_t size);

// (As much as fits; all or nothing up to PIPE_BUF.)
ssize_t write_at_once(int fd, const char* data, size_t size);

// sendto(2), or without an address send(2), in the same way. A connection takes as much as fits.
ssize_t send_at_once(int fd, const void* data, size_t size, int flags = 0, const sockaddr* to = nullptr,
                     socklen_t to_size = 0);

} // namespace uvstream::net
