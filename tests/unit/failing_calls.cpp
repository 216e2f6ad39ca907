#include "failing_calls.h"

#include <cerrno>

#include <dlfcn.h>
#include <pthread.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

namespace failing_calls {

namespace {
bool is_active = false;
Call which;
int failure, left, failed;

bool fails(Call call) {
    if (!is_active || call != which || left-- > 0) return false;
    ++failed;
    errno = failure;
    return true;
}

template <class Function> Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}
} // namespace

Failing::Failing(Call call, int error, int good) {
    which = call;
    failure = error;
    left = good;
    failed = 0;
    is_active = true;
}

Failing::~Failing() { is_active = false; }

int Failing::count() { return failed; }

} // namespace failing_calls

using failing_calls::Call;
using failing_calls::fails;
using failing_calls::real;

extern "C" {

int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*routine)(void*), void* argument) {
    if (fails(Call::CreateThread)) return errno;
    return real<decltype(pthread_create)>("pthread_create")(thread, attributes, routine, argument);
}

int epoll_create1(int flags) noexcept {
    return fails(Call::CreatePoller) ? -1 : real<decltype(epoll_create1)>("epoll_create1")(flags);
}

int eventfd(unsigned count, int flags) noexcept {
    return fails(Call::CreateEvent) ? -1 : real<decltype(eventfd)>("eventfd")(count, flags);
}

int pipe2(int* fds, int flags) noexcept {
    return fails(Call::CreatePipe) ? -1 : real<int(int*, int)>("pipe2")(fds, flags);
}

int epoll_ctl(int poller, int operation, int fd, epoll_event* event) noexcept {
    if (operation == EPOLL_CTL_ADD && fails(Call::AddWatch)) return -1;
    return real<decltype(epoll_ctl)>("epoll_ctl")(poller, operation, fd, event);
}
}
