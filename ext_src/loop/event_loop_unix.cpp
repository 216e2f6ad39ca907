#ifndef _WIN32

#include "uvstream/loop/event_loop.h"

#include <cerrno>
#include <cstdio>
#include <initializer_list>
#include <string_view>

#include <fcntl.h>
#ifdef __linux__
#include <sys/epoll.h>
#endif
#include <unistd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/low_numbers.h"

// The loop where libuv waits by a descriptor: how it is made, a turn, and the child of a fork.
namespace uvstream::loop {

namespace {

bool make_pipe(int* fds) {
#if defined(__linux__) || defined(__FreeBSD__)
    return pipe2(fds, O_CLOEXEC) == 0;
#else
    return pipe(fds) == 0;
#endif
}

// The numbers that the next descriptors will get. Asked for as pipes: libuv aborts the process when it cannot make its
// first one.
class FreeDescriptors {
  public:
    FreeDescriptors() {
        while (count_ < kWanted && make_pipe(fds_ + count_)) count_ += 2;
        for (int i = 0; i < count_; ++i) ::close(fds_[i]);
    }
    bool suffice() const { return count_ == kWanted; }

    // Which of them have become an io_uring: newer libuv makes up to two beside its epoll, and does not say which.
    void find_rings(int (&rings)[2]) const {
        int found = 0;
        for (int i = 0; i < count_; ++i) {
            char path[32], target[32];
            snprintf(path, sizeof(path), "/proc/self/fd/%d", fds_[i]);
            const ssize_t size = readlink(path, target, sizeof(target));
            const bool is_ring =
                size > 0 && std::string_view(target, static_cast<size_t>(size)) == "anon_inode:[io_uring]";
            if (is_ring && found < 2) rings[found++] = fds_[i];
        }
    }

  private:
    const LowNumbers low_numbers_; // for as long as the loop is being made
    static constexpr int kWanted = 8;
    int fds_[kWanted] = {};
    int count_ = 0;
};

// A kqueue has a registration until it fires once more: libuv stops by forgetting it, and removes what it does not know
// as that comes. But a loop in which nothing is alive does not look, and each turn would end at once.
uv_loop_t* kept_alive(uv_loop_t* loop) {
#ifndef __linux__
    uv_ref(reinterpret_cast<uv_handle_t*>(&loop->wq_async)); // libuv's own, which it closes with the loop
#endif
    return loop;
}

int admit_watcher(uv_loop_t* loop, uv__io_t& watcher) {
#ifdef __linux__
    epoll_event event{};
    event.events = watcher.pevents;
    event.data.fd = watcher.fd;
    if (epoll_ctl(uv_backend_fd(loop), EPOLL_CTL_ADD, watcher.fd, &event) != 0) return uv_translate_sys_error(errno);
    watcher.events = watcher.pevents; // so that libuv modifies it, which takes nothing of the system
    return 0;
#else
    // A kqueue tells of what it has refused by an event, which libuv takes for an error of the descriptor.
    (void)loop;
    return fcntl(watcher.fd, F_GETFD) < 0 ? UV_EBADF : 0;
#endif
}

uv_loop_t* make_loop() {
    auto* fresh = new uv_loop_t;
    if (uv_loop_init(fresh) == 0) {
        const bool are_admitted =
            admit_watcher(fresh, fresh->async_io_watcher) == 0 && admit_watcher(fresh, fresh->signal_io_watcher) == 0;
        if (are_admitted) return kept_alive(fresh);
        uv_loop_close(fresh);
    } else if (fresh->backend_fd >= LowNumbers::kCount) {
        ::close(fresh->backend_fd); // which libuv forgets before 1.52; it is 0 when there was no memory to begin with
    }
    delete fresh;
    return nullptr;
}

} // namespace

int EventLoop::admit(uv_poll_t& poll) { return admit_watcher(poll.loop, poll.io_watcher); }

uv_loop_t* EventLoop::open() {
    if (loop_ != nullptr) return loop_;
    const FreeDescriptors free;
    if (!free.suffice()) return nullptr;
    uv_loop_t* const fresh = make_loop();
    ForkWatch::libuv_has_begun();
    if (fresh == nullptr) return nullptr;
    free.find_rings(rings_);
    forks_ = ForkWatch::generation();
    has_changes_ = true; // libuv's own descriptors
    idle_turns_ = 0;
    has_phantoms_ = false;
    return loop_ = fresh;
}

EventLoop::Descriptors EventLoop::descriptors() const {
    if (!is_open() || is_inherited()) return {};
    return {uv_backend_fd(loop_), loop_->async_io_watcher.fd, loop_->signal_io_watcher.fd, {rings_[0], rings_[1]}};
}

Waited EventLoop::turn(const size_t& woken, base::Deadline deadline, pollfd* entries, size_t count) {
    entries[0] = {-1, 0, 0};
    if (has_changes_ || first_look_.begin()) {
        dispatch();
        if (woken != 0) {
            if (count > 1) wait_for_any(entries, count, base::Deadline::now());
            return Waited::Ready;
        }
        first_look_.was_in_vain();
    }

    entries[0] = {uv_backend_fd(loop_), POLLIN, 0}; // (poll(2) takes an epoll as well as a kqueue)
    const Waited waited = wait_for_any(entries, count, wake_up_time(deadline));
    if (waited == Waited::Interrupted || waited == Waited::Failed) return waited;
    if (entries[0].revents != 0) ++idle_turns_; // unless a callback runs now
    if (entries[0].revents != 0 || waited == Waited::TimedOut) dispatch();
    return waited == Waited::TimedOut && woken == 0 && deadline.passed() ? Waited::TimedOut : Waited::Ready;
}

void EventLoop::forget() {
    // Neither uv_loop_close() nor uv_loop_fork(): both would act on the epoll that the parent still uses. The memory is
    // left behind on purpose, handles in it may be half linked.
    if (loop_ == nullptr) return;
#ifdef __linux__
    const int poller = loop_->backend_fd;
#else
    const int poller = -1; // a kqueue does not come along with a fork, and its number may be another's by now
#endif
    for (const int fd : {poller, loop_->async_io_watcher.fd, loop_->async_wfd, loop_->signal_pipefd[0],
                         loop_->signal_pipefd[1], rings_[0], rings_[1]}) {
        if (fd >= 0) ::close(fd);
    }
    rings_[0] = rings_[1] = -1;
    loop_ = nullptr;
}

} // namespace uvstream::loop

#endif
