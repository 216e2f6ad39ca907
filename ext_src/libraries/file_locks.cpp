// flock(2): two strands of one process that lock a file which each has opened would wait for each other for ever, since
// the system call holds the thread. So it is tried, with growing pauses in which the others run. (Nothing announces the
// end of another process's lock.)
#include "uvstream/libraries/file_locks.h"

#include <algorithm>
#include <cerrno>

#include <sys/file.h>
#include <sys/stat.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

using base::Deadline;
using sched::Woken;

int (*flock_real)(int fd, int operation) = nullptr;

FileLine* FileLocks::find(int fd) const {
    struct stat file;
    if (lines_.empty() || fstat(fd, &file) != 0) return nullptr;
    const auto is_its = [&](const auto& line) { return line->device == file.st_dev && line->inode == file.st_ino; };
    const auto found = std::find_if(lines_.begin(), lines_.end(), is_its);
    return found != lines_.end() ? found->get() : nullptr;
}

bool FileLocks::let_promised_try(sched::Strand& strand, int fd) {
    const FileLine* const line = find(fd);
    return line == nullptr || !line->is_promised() || strand.scheduler.yield(strand);
}

void FileLocks::unlocked(int fd) {
    if (FileLine* const line = find(fd)) line->unlocked.wake_first();
}

FileLine* FileLocks::join(int fd) {
    FileLine* line = find(fd);
    if (line == nullptr) {
        struct stat file;
        if (fstat(fd, &file) != 0) return nullptr;
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

// Between two tries: until a strand of ours lets go of the lock, or for so long.
Woken pause(const sched::Waiter& waiter, FileLine& line, Deadline deadline) {
    const Woken woken = line.unlocked.wait(waiter, deadline);
    // (Where it may not be left nobody else could say so.)
    return woken == Woken::Refused ? waiter.scheduler.park(waiter, sched::Event::time(), deadline) : woken;
}

int try_until_locked(const sched::Waiter& waiter, FileLine& line, int fd, int operation) {
    base::GrowingPause pauses(20);
    int result;
    while ((result = flock_real(fd, operation | LOCK_NB)) != 0 && errno == EWOULDBLOCK) {
        const Woken woken = pause(waiter, line, Deadline::after_us(pauses.take_us()));
        if (!is_to_try(woken)) return fail_call(woken);
    }
    return result;
}

int lock_in_line(const sched::Waiter& waiter, FileLine& line, int fd, int operation) {
    const Woken woken = line.tries.wait(waiter, Deadline::never());
    if (woken != Woken::Ready && woken != Woken::Refused) return fail_call(woken);
    if (woken == Woken::Refused) return try_until_locked(waiter, line, fd, operation);
    line.tries.take(waiter.strand());
    const int result = try_until_locked(waiter, line, fd, operation);
    const int error = errno;
    line.tries.give_back();
    errno = error;
    return result;
}

int lock(CallingThread& thread, int fd, int operation) {
    sched::Strand& strand = thread.scheduler.current();
    if (!thread.file_locks.let_promised_try(strand, fd)) return fail_call(Woken::Cancelled);
    // (It may be one that it has already, or shares with who has it: not a matter of who came first.)
    const int result = flock_real(fd, operation | LOCK_NB);
    if (result == 0 || errno != EWOULDBLOCK) return result;
    FileLine* const line = thread.file_locks.join(fd);
    if (line == nullptr) return result;
    const int locked = lock_in_line(strand, *line, fd, operation);
    const int error = errno;
    thread.file_locks.leave(*line);
    errno = error;
    return locked;
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
