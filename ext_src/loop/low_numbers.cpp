#include "uvstream/loop/low_numbers.h"

#include <fcntl.h>
#include <unistd.h>

namespace uvstream::loop {

LowNumbers::LowNumbers() {
    for (int fd; (fd = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;) {
        if (fd >= kCount) {
            close(fd);
            return;
        }
        is_taken_[fd] = true;
    }
}

LowNumbers::~LowNumbers() {
    for (int fd = 0; fd < kCount; ++fd) {
        if (is_taken_[fd]) close(fd);
    }
}

} // namespace uvstream::loop
