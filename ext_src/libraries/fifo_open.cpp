#include "uvstream/libraries/fifo_open.h"

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <new>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/loop/job.h"
#include "uvstream/sched/job_wait.h"

namespace uvstream::libraries {

int (*open_real)(const char* path, int flags, mode_t mode) = nullptr;

namespace {

#ifdef O_PATH
constexpr int kAsPath = O_PATH | O_CLOEXEC;
#else
constexpr int kAsPath = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
#endif

// A thread waits in open(2). Nothing ends that but somebody who opens the other end.
struct Opening : loop::Job {
    Opening(const char* its_path, int its_flags, mode_t its_mode)
        : Job(Kind::Meeting), path(its_path), flags(its_flags), mode(its_mode), same_file(::open(its_path, kAsPath)) {}
    ~Opening() override {
        for (const int one : {fd, same_file}) {
            if (one >= 0) ::close(one);
        }
    }
    Opening(const Opening&) = delete;
    Opening& operator=(const Opening&) = delete;

    void work() override {
        const int opened = open_real(path.c_str(), flags, mode);
        const std::lock_guard<std::mutex> lock(mutex);
        error = errno;
        fd = is_cut ? -1 : opened;
        if (is_cut && opened >= 0) ::close(opened);
        is_through = true;
        changed.notify_one();
    }
    void work_in_place() override { error = EAGAIN; } // it would hold the thread until another strand comes

    // Opens the other end until the thread is through, which may not have begun to wait: then it is as if nobody had
    // wanted to open it. By the descriptor, for the path may be gone.
    void cut_short() override {
        char its_path[32];
        snprintf(its_path, sizeof(its_path), "/proc/self/fd/%d", same_file);
        int other_end = ::open(its_path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (other_end < 0) other_end = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        std::unique_lock<std::mutex> lock(mutex);
        is_cut = true;
        if (fd >= 0) ::close(std::exchange(fd, -1));
        if (other_end < 0) return;
        // It is through at once, unless the path has become another FIFO's, whose other end this is not.
        changed.wait_for(lock, std::chrono::seconds(1), [this] { return is_through; });
        ::close(other_end);
    }

    void renew() override {
        fd = -1;
        new (&mutex) std::mutex; // a thread of the parent's may have it
    }

    const std::string path;
    const int flags;
    const mode_t mode;
    const int same_file; // the FIFO that is there now
    int fd = -1, error = 0;

    std::mutex mutex;
    std::condition_variable changed;
    bool is_cut = false, is_through = false;
};

bool waits_for_other_end(const char* path, int flags) {
    constexpr int kOther = O_NONBLOCK | O_DIRECTORY | O_EXCL;
    struct stat file;
    if ((flags & kOther) != 0 || (flags & O_ACCMODE) == O_RDWR) return false;
    const base::KeptErrno kept;
    return stat(path, &file) == 0 && S_ISFIFO(file.st_mode);
}

// A writer that finds a reader need not wait; that one may be waiting for it in a thread.
int open_at_once(const char* path, int flags, mode_t mode) {
    const int fd = open_real(path, flags | O_NONBLOCK, mode);
    if (fd >= 0) fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    return fd;
}

} // namespace

int open_parking(const char* path, int flags, mode_t mode) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || !waits_for_other_end(path, flags)) return open_real(path, flags, mode);
    if ((flags & O_ACCMODE) == O_WRONLY) {
        const int fd = open_at_once(path, flags, mode);
        if (fd >= 0 || errno != ENXIO) return fd;
    }
    int fd = -1, error = ECANCELED;
    sched::wait_for_job(thread->scheduler.current(), new Opening(path, flags, mode), [&](Opening& done) {
        fd = std::exchange(done.fd, -1);
        error = done.error;
    });
    if (fd < 0) errno = error;
    return fd;
}

} // namespace uvstream::libraries
