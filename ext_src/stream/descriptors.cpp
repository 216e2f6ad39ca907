#include "uvstream/stream/descriptors.h"

#include "uvstream/stream/state.h"

namespace uvstream::stream {

Descriptor& descriptor(int fd) { return state().descriptors.at(fd); }

Descriptor& opened(int fd) {
    state().scheduler.opened(fd);
    return state().descriptors.at(fd) = {};
}

void closing(int fd) {
    state().scheduler.closing(fd);
    if (Descriptor* const known = state().descriptors.find(fd)) *known = {};
}

const TlsMemory& known_tls(int fd) {
    static const TlsMemory none;
    const Descriptor& its = descriptor(fd);
    return its.tls != nullptr ? *its.tls : none;
}

} // namespace uvstream::stream
