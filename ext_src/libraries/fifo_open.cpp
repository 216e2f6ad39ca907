// open(2) of a FIFO waits for who opens the other end, and nothing announces that. One that does not wait is refused to
// a writer until there is a reader; a reader has its descriptor at once, and looks whether there is a writer. So both
// try, with growing pauses in which the others run.
#include "uvstream/libraries/fifo_open.h"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/pauses.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

using sched::Woken;

int (*open_real)(const char* path, int flags, mode_t mode) = nullptr;

namespace {

bool waits_for_other_end(const char* path, int flags) {
    constexpr int kOther = O_NONBLOCK | O_DIRECTORY | O_EXCL;
    struct stat file;
    if ((flags & kOther) != 0 || (flags & O_ACCMODE) == O_RDWR) return false;
    const base::KeptErrno kept;
    return stat(path, &file) == 0 && S_ISFIFO(file.st_mode);
}

int open_at_once(const char* path, int flags, mode_t mode) {
    const int fd = open_real(path, flags | O_NONBLOCK, mode);
    if (fd >= 0) net::set_blocking(fd, true);
    return fd;
}

// The FIFO that is there now, whatever becomes of its path. Negative: not to be had.
int hold([[maybe_unused]] const char* path) {
#ifdef __linux__
    return open(path, O_PATH | O_CLOEXEC); // for open_held()
#else
    return -1;
#endif
}

// -1 with ENXIO: nobody has it open to read.
int open_held(int held, int flags) {
    char its_path[32];
    snprintf(its_path, sizeof(its_path), "/proc/self/fd/%d", held);
    return open_at_once(its_path, flags & ~O_CREAT, 0);
}

// Whether there is a writer that has written nothing, of which poll(2) does not tell. (There is nothing to be copied:
// where there is no writer, either, that is the end.)
bool has_silent_writer([[maybe_unused]] int fd) {
#ifdef __linux__
    int copy[2];
    if (pipe2(copy, O_CLOEXEC) != 0) return false;
    const ssize_t copied = tee(fd, copy[1], 1, SPLICE_F_NONBLOCK);
    const bool is_there = copied > 0 || (copied < 0 && errno == EAGAIN);
    for (const int end : copy) close(end);
    return is_there;
#else
    return false;
#endif
}

// Whether a writer has come, who may have left again.
bool has_met_writer(int fd) { return net::readiness_of(fd).to_read || has_silent_writer(fd); }

// Tries until it has a result that is not negative, or an error that is not ENXIO.
template <class Try> int try_until_met(CallingThread& thread, const sched::Event& event, Try attempt) {
    Pauses pauses(thread, thread.on_signal(), event);
    int result;
    while ((result = attempt()) < 0 && errno == ENXIO) {
        const Woken woken = pauses.wait();
        if (!is_to_try(woken)) return fail_call(woken, ECANCELED);
    }
    return result;
}

int open_to_write(CallingThread& thread, const char* path, int flags, mode_t mode) {
    const int fd = open_at_once(path, flags, mode);
    if (fd >= 0 || errno != ENXIO) return fd;
    const int held = thread.descriptors.keep(hold(path));
    if (held < 0) return open_real(path, flags, mode);
    const int result = try_until_met(thread, sched::Event::time(), [&] { return open_held(held, flags); });
    const base::KeptErrno kept;
    thread.descriptors.close(held);
    return result;
}

int open_to_read(CallingThread& thread, const char* path, int flags, mode_t mode) {
    const int fd = thread.descriptors.keep(open_at_once(path, flags, mode));
    if (fd < 0) return fd;
    const int result = try_until_met(thread, sched::Event::readable(fd), [fd] {
        if (has_met_writer(fd)) return fd;
        errno = ENXIO;
        return -1;
    });
    const base::KeptErrno kept;
    result >= 0 ? thread.descriptors.release(fd) : thread.descriptors.close(fd);
    return result;
}

} // namespace

int open_parking(const char* path, int flags, mode_t mode) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || !waits_for_other_end(path, flags)) return open_real(path, flags, mode);
    const bool writes = (flags & O_ACCMODE) == O_WRONLY;
    return writes ? open_to_write(*thread, path, flags, mode) : open_to_read(*thread, path, flags, mode);
}

} // namespace uvstream::libraries
