#include "uvstream/loop/lookup.h"

#include "uvstream/loop/resolver.h"

namespace uvstream::loop {

Question::~Question() {
    if (answer != nullptr) freeaddrinfo(answer);
}

void Question::ask(int flags) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = socktype;
    hints.ai_flags = flags;
    status = getaddrinfo(host.c_str(), nullptr, &hints, &answer);
}

void Question::leave(bool by_thread) {
    if (resolver != nullptr) resolver->leave(*this, by_thread);
}

} // namespace uvstream::loop
