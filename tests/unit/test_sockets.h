#pragma once

#include <cstring>
#include <string>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "uvstream/address/socket_address.h"
#include "uvstream/base/socket_descriptor.h"
#include "uvstream/base/deadline.h"

// A descriptor that is closed at the end of its scope.
class Fd {
  public:
    explicit Fd(int fd = -1) : fd_(fd) {}
    Fd(Fd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Fd& operator=(Fd&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    ~Fd() { reset(); }
    int get() const { return fd_; }
    void reset() {
        if (fd_ >= 0) close_descriptor(fd_);
        fd_ = -1;
    }

  private:
    int fd_;
};

struct Pair {
    Fd ours, theirs;
};

inline Pair socket_pair(int type = SOCK_STREAM) {
    int fds[2];
#ifdef SOCK_CLOEXEC
    type |= SOCK_CLOEXEC;
#endif
    EXPECT_EQ(socketpair(AF_UNIX, type, 0, fds), 0);
    return {Fd(fds[0]), Fd(fds[1])};
}

// Fills the socket until the kernel takes no more; returns how much that was.
inline size_t fill(int fd) {
    static const char block[65536] = {};
    size_t sum = 0;
    for (ssize_t sent; (sent = send(fd, block, sizeof(block), MSG_DONTWAIT)) > 0;) sum += static_cast<size_t>(sent);
    return sum;
}

inline void drain(int fd) {
    char block[65536];
    while (recv(fd, block, sizeof(block), MSG_DONTWAIT) > 0) {
    }
}

inline uvstream::address::SocketAddress loopback(uint16_t port = 0) {
    return *uvstream::address::parse_numeric("127.0.0.1", port).value();
}

inline uvstream::address::SocketAddress name_of(int fd) {
    uvstream::address::SocketAddress name;
    name.length = sizeof(name.storage);
    EXPECT_EQ(getsockname(fd, name.data(), &name.length), 0);
    return name;
}

// How many descriptors only a loop has: epoll, eventfd, io_uring.
inline int count_loops() {
    int count = 0;
    for (int fd = 3; fd < 300; ++fd) {
        const std::string link = "/proc/self/fd/" + std::to_string(fd);
        char target[64] = {};
        if (readlink(link.c_str(), target, sizeof(target) - 1) > 0 && strncmp(target, "anon_inode", 10) == 0) ++count;
    }
    return count;
}

inline int count_in(const char* folder) {
    int count = 0;
    DIR* const entries = opendir(folder);
    while (const dirent* entry = readdir(entries)) count += entry->d_name[0] != '.';
    closedir(entries);
    return count;
}

inline int count_descriptors() { return count_in("/proc/self/fd"); }

#ifdef __SANITIZE_THREAD__
constexpr bool kUnderTsan = true; // has a thread of its own, and no threads in a child of a process with threads
#else
constexpr bool kUnderTsan = false;
#endif

// Those that were there before main() are of what runs the program: QEMU, on another processor than its own.
inline const int kForeignThreads = kUnderTsan ? 1 : count_in("/proc/self/task") - 1;
inline int count_threads() { return count_in("/proc/self/task") - kForeignThreads; }

// A thread that has been joined may still be seen for a moment.
inline bool await_threads(int count) {
    const auto deadline = uvstream::base::Deadline::after_us(10'000'000);
    while (count_threads() != count && !deadline.passed()) usleep(1000);
    return count_threads() == count;
}

// Runs the body in a child and returns its exit code, or -1 when it had to be killed or died. No exit handlers run.
template <class Body> int exit_code_of_child(Body body) {
    const pid_t pid = fork();
    if (pid == 0) {
        alarm(20);
        _exit(body());
    }
    int status = 0;
    waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
