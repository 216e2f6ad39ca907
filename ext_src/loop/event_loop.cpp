#include "uvstream/loop/event_loop.h"

namespace uvstream::loop {

const char* EventLoop::backend_name() {
#if defined(__linux__)
    return "epoll";
#elif defined(__APPLE__) || defined(__FreeBSD__) || defined(__OpenBSD__) || defined(__NetBSD__)
    return "kqueue";
#elif defined(_WIN32)
    return "IOCP";
#else
    return "libuv's own choice";
#endif
}

#define UVSTREAM_TEXT_OF(x) #x
#define UVSTREAM_TEXT(x) UVSTREAM_TEXT_OF(x)
const char* EventLoop::header_version() {
    return UVSTREAM_TEXT(UV_VERSION_MAJOR) "." UVSTREAM_TEXT(UV_VERSION_MINOR) "." UVSTREAM_TEXT(UV_VERSION_PATCH);
}

const char* EventLoop::run_time_version() { return uv_version_string(); }

void EventLoop::dispatch() {
    has_changes_ = false;
    uv_run(loop_, UV_RUN_NOWAIT);
}

// The deadline, or what libuv wants to be woken for before: its own timers, and changes that a callback has made and
// that the next turn will apply. (A loop with nothing alive in it asks not to be waited for.)
base::Deadline EventLoop::wake_up_time(base::Deadline deadline) const {
    const int until_ms = uv_loop_alive(loop_) != 0 ? uv_backend_timeout(loop_) : -1;
    if (until_ms < 0) return deadline;
    return base::Deadline::earlier(deadline, base::Deadline::after_us(int64_t{until_ms} * 1000));
}

bool EventLoop::close() {
    if (loop_ == nullptr) return true;
    uv_run(loop_, UV_RUN_NOWAIT);
    if (uv_loop_close(loop_) != 0) return false;
    delete loop_;
    loop_ = nullptr;
    return true;
}

} // namespace uvstream::loop
