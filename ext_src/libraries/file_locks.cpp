// flock(2): two strands of one process that lock a file which each has opened would wait for each other for ever, since
// the system call holds the thread. So it is tried, with growing pauses in which the others run. (Nothing announces the
// end of another process's lock.)
#include "uvstream/libraries/file_locks.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/frames.h"

namespace uvstream::libraries {

using base::Deadline;
using sched::Woken;

int (*flock_real)(int fd, int operation) = nullptr;

FileLine* FileLocks::find(const struct stat& file) const {
    const auto is_its = [&](const auto& line) { return line->device == file.st_dev && line->inode == file.st_ino; };
    const auto found = std::find_if(lines_.begin(), lines_.end(), is_its);
    return found != lines_.end() ? found->get() : nullptr;
}

FileLine* FileLocks::find(int fd) const {
    struct stat file;
    return !lines_.empty() && fstat(fd, &file) == 0 ? find(file) : nullptr;
}

bool FileLocks::let_promised_try(sched::Strand& strand, int fd) {
    const FileLine* const line = find(fd);
    return line == nullptr || !line->is_promised() || strand.scheduler.yield(strand);
}

void FileLocks::unlocked(int fd) {
    if (FileLine* const line = find(fd)) line->unlocked.wake_first();
}

FileLine* FileLocks::join(int fd) {
    struct stat file;
    if (fstat(fd, &file) != 0) return nullptr;
    FileLine* line = find(file);
    if (line == nullptr) {
        line = lines_.emplace_back(std::make_unique<FileLine>()).get();
        line->device = file.st_dev;
        line->inode = file.st_ino;
    }
    ++line->strands;
    return line;
}

void FileLocks::leave(FileLine& line) {
    if (--line.strands > 0) return;
    const auto is_it = [&](const auto& one) { return one.get() == &line; };
    lines_.erase(std::find_if(lines_.begin(), lines_.end(), is_it));
}

namespace {

// A call that does not get the lock at once.
struct Locking {
    CallingThread& thread;
    int fd;
    int operation;

    int attempt() const { return flock_real(fd, operation | LOCK_NB); }
};

// Between two tries: until a strand of ours lets go of the lock, or for so long.
Woken pause(const Locking& locking, FileLine& line, Deadline deadline) {
    const sched::OnSignal on_signal = locking.thread.on_signal();
    const Woken woken = line.unlocked.wait(locking.thread.waiter(), deadline, on_signal);
    if (woken != Woken::Refused) return woken;
    // (Where it may not be left nobody else could say so.)
    return locking.thread.park(sched::Event::time(), deadline, on_signal);
}

int try_until_locked(const Locking& locking, FileLine& line) {
    base::GrowingPause pauses(20);
    int result;
    while ((result = locking.attempt()) != 0 && errno == EWOULDBLOCK) {
        const Woken woken = pause(locking, line, Deadline::after_us(pauses.take_us()));
        if (!is_to_try(woken)) return fail_call(woken, ECANCELED);
    }
    return result;
}

int try_in_turn(const Locking& locking, FileLine& line) {
    Woken woken;
    do {
        woken = line.tries.wait(locking.thread.waiter(), Deadline::never(), locking.thread.on_signal());
    } while (woken == Woken::LookAgain);
    if (woken == Woken::Refused) return try_until_locked(locking, line);
    if (woken != Woken::Ready) return fail_call(woken, ECANCELED);
    line.tries.take(locking.thread.waiter().strand());
    const int result = try_until_locked(locking, line);
    const base::KeptErrno kept;
    line.tries.give_back();
    return result;
}

int lock_in_line(const Locking& locking) {
    FileLine* const line = locking.thread.file_locks.join(locking.fd);
    if (line == nullptr) return locking.attempt();
    const int result = try_in_turn(locking, *line);
    const base::KeptErrno kept;
    locking.thread.file_locks.leave(*line);
    return result;
}

int open_empty_file() {
#ifdef __linux__
    return memfd_create("uvstream", MFD_CLOEXEC);
#else
    return open("/dev/null", O_RDWR | O_CLOEXEC);
#endif
}

// ext/session goes on with the file whether it has got the lock or not, and at the request's end it writes there. So as
// long as it has not got it, its descriptor is of an empty one that has no name.
int lock_for_session(const Locking& locking) {
    const int flags = fcntl(locking.fd, F_GETFD);
    const int nothing = open_empty_file();
    const int file = nothing >= 0 ? fcntl(locking.fd, F_DUPFD_CLOEXEC, 0) : -1;
    if (file < 0) {
        if (nothing >= 0) close(nothing);
        return flock_real(locking.fd, locking.operation);
    }
    OwnDescriptors& descriptors = locking.thread.descriptors;
    descriptors.keep(file);
    (void)dup2(nothing, locking.fd);
    fcntl(locking.fd, F_SETFD, FD_CLOEXEC);
    close(nothing);
    const int result = lock_in_line({locking.thread, file, locking.operation});
    const base::KeptErrno kept;
    if (result == 0) {
        (void)dup2(file, locking.fd);
        fcntl(locking.fd, F_SETFD, flags);
    }
    descriptors.close(file);
    locking.thread.has_session_failed = result != 0;
    return result;
}

int lock(CallingThread& thread, int fd, int operation) {
    const Locking locking{thread, fd, operation};
    if (!thread.file_locks.let_promised_try(thread.scheduler.current(), fd)) {
        return fail_call(Woken::Cancelled, ECANCELED);
    }
    // (It may be one that it has already, or shares with who has it: not a matter of who came first.)
    const int result = locking.attempt();
    if (result == 0 || errno != EWOULDBLOCK) return result;
    return zend::is_within_function_of("session") ? lock_for_session(locking) : lock_in_line(locking);
}

} // namespace

int flock_parking(int fd, int operation) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || (operation & LOCK_NB) != 0) return flock_real(fd, operation);
    if (operation != LOCK_UN) return lock(*thread, fd, operation);
    const int result = flock_real(fd, operation);
    if (result == 0) thread->file_locks.unlocked(fd);
    return result;
}

} // namespace uvstream::libraries
