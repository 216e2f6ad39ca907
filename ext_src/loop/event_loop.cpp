#include "uvstream/loop/event_loop.h"

#include <initializer_list>

#include <unistd.h>

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

namespace {

// libuv aborts the process when it finds no descriptors for its own pipes. It needs six; look before it does.
bool has_free_descriptors() {
    int pipes[4][2];
    int made = 0;
    while (made < 4 && pipe(pipes[made]) == 0) ++made;
    for (int i = 0; i < made; ++i) {
        ::close(pipes[i][0]);
        ::close(pipes[i][1]);
    }
    return made == 4;
}

} // namespace

uv_loop_t* EventLoop::open() {
    if (loop_ != nullptr) return loop_;
    if (!has_free_descriptors()) return nullptr;
    auto* fresh = new uv_loop_t;
    if (uv_loop_init(fresh) != 0) {
        delete fresh;
        return nullptr;
    }
    forks_ = ForkWatch::generation();
    return loop_ = fresh;
}

Waited EventLoop::turn(const Wakeup& wakeup, base::Deadline deadline) {
    uv_run(loop_, UV_RUN_NOWAIT);
    if (wakeup.is_due) return Waited::Ready;

    // A loop with nothing alive in it asks not to be waited for; the deadline still counts.
    if (uv_loop_alive(loop_)) {
        const int until_timer = uv_backend_timeout(loop_);
        if (until_timer >= 0) {
            deadline = base::Deadline::earlier(deadline, base::Deadline::after_us(int64_t{until_timer} * 1000));
        }
    }
    const Waited waited = wait_one(uv_backend_fd(loop_), POLLIN, deadline);
    if (waited == Waited::Interrupted) return waited;
    uv_run(loop_, UV_RUN_NOWAIT);
    return waited == Waited::TimedOut && !wakeup.is_due ? Waited::TimedOut : Waited::Ready;
}

bool EventLoop::start_threads() {
    uv_loop_t loop;
    uv_work_t nothing;
    if (!has_free_descriptors() || uv_loop_init(&loop) != 0) return false;
    const bool is_queued = uv_queue_work(
                               &loop, &nothing, [](uv_work_t*) {}, nullptr) == 0;
    uv_run(&loop, UV_RUN_DEFAULT);
    uv_loop_close(&loop);
    return is_queued;
}

bool EventLoop::close() {
    if (loop_ == nullptr) return true;
    uv_run(loop_, UV_RUN_NOWAIT);
    if (uv_loop_close(loop_) != 0) return false;
    delete loop_;
    loop_ = nullptr;
    return true;
}

void EventLoop::forget() {
    if (loop_ == nullptr) return;
    // Neither uv_loop_close() nor uv_loop_fork(): both would act on the epoll that the parent still uses. The memory
    // is left behind on purpose, handles in it may be half linked.
    for (const int fd : {loop_->backend_fd, loop_->async_io_watcher.fd, loop_->async_wfd, loop_->signal_pipefd[0],
                         loop_->signal_pipefd[1]}) {
        if (fd >= 0) ::close(fd);
    }
    loop_ = nullptr;
}

} // namespace uvstream::loop
