#include "uvstream/libraries/own_descriptors.h"

#include <algorithm>

#include <unistd.h>

namespace uvstream::libraries {

int OwnDescriptors::keep(int fd) {
    if (fd < 0) return fd;
    scheduler_.opened(fd);
    list_.push_back(fd);
    return fd;
}

void OwnDescriptors::release(int fd) {
    scheduler_.closing(fd);
    list_.erase(std::find(list_.begin(), list_.end(), fd));
}

void OwnDescriptors::close(int fd) {
    release(fd);
    ::close(fd);
}

void OwnDescriptors::close_all() {
    while (!list_.empty()) close(list_.back());
}

} // namespace uvstream::libraries
