#include "uvstream/php/peers.h"

#include <cstdio>
#include <string_view>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace uvstream::php {

namespace {

#ifdef __linux__
// For one who does not read on: we have something else to do.
constexpr int kPatienceMs = 1000;

// In the folder that is open as this descriptor: its name may stand for another one by now. (Nothing else than /proc
// leads from there to a socket in it.)
int connect_in(int folder) {
    const int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0) return -1;
    sockaddr_un at{};
    at.sun_family = AF_UNIX;
    snprintf(at.sun_path, sizeof(at.sun_path), "/proc/self/fd/%d/socket", folder);
    if (connect(fd, reinterpret_cast<const sockaddr*>(&at), sizeof(at)) == 0) return fd;
    close(fd);
    return -1;
}

void send_all(int fd, std::string_view text) {
    while (!text.empty()) {
        const ssize_t sent = send(fd, text.data(), text.size(), MSG_NOSIGNAL);
        if (sent > 0) {
            text.remove_prefix(static_cast<size_t>(sent));
            continue;
        }
        pollfd entry{fd, POLLOUT, 0};
        if (poll(&entry, 1, kPatienceMs) <= 0) return;
        if ((entry.revents & (POLLERR | POLLHUP)) != 0) return;
    }
}

bool is_ours_alone(int folder) {
    struct stat its;
    return fstat(folder, &its) == 0 && its.st_uid == geteuid() && (its.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

void answer(int all, const char* name, const std::string& text) {
    const int folder = openat(all, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) return;
    const int fd = is_ours_alone(folder) ? connect_in(folder) : -1;
    close(folder);
    if (fd < 0) return;
    send_all(fd, text);
    close(fd);
}
#else
void answer(int, const char*, const std::string&) {}
#endif

} // namespace

void answer_peers(const std::string& text, unsigned parts) {
    DIR* const all = opendir("/tmp");
    if (all == nullptr) return;
    const std::string prefix = "uvstream-ps." + std::to_string(getpid()) + ".";
    const std::string whole = "uvstream-ps 1 " + std::to_string(parts) + "\n" + text;
    while (const dirent* const entry = readdir(all)) {
        if (std::string_view(entry->d_name).substr(0, prefix.size()) == prefix)
            answer(dirfd(all), entry->d_name, whole);
    }
    closedir(all);
}

} // namespace uvstream::php
