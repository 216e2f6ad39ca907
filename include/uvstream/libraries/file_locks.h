#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <sys/stat.h>
#include <sys/types.h>

#include "uvstream/sched/exclusive.h"
#include "uvstream/sched/strand.h"
#include "uvstream/sched/strand_line.h"

namespace uvstream::libraries {

// Those of a thread's strands that wait for the lock of one file: the first tries, the others stand behind it.
struct FileLine {
    dev_t device;
    ino_t inode;
    size_t strands = 0;
    sched::Exclusive tries;     // whose they are
    sched::StrandLine unlocked; // the one that tries, between two of them

    // The lock was let go of for one that has not run since.
    bool is_promised() const { return !unlocked.is_empty() && unlocked.first() == nullptr; }
};

class FileLocks {
  public:
    // Before a strand tries for the first time: whom the lock was let go of for is first. False: it was cancelled.
    bool let_promised_try(sched::Strand& strand, int fd);

    // A strand of ours has let go of the file's lock.
    void unlocked(int fd);

    // The line for the file, which a strand joins and leaves; null where there is no such descriptor.
    FileLine* join(int fd);
    void leave(FileLine& line);

    // When no strand waits any more.
    void clear() { lines_.clear(); }

  private:
    FileLine* find(const struct stat& file) const;
    FileLine* find(int fd) const;

    std::vector<std::unique_ptr<FileLine>> lines_; // of files that somebody waits for
};

// In the place of flock(2).
int flock_parking(int fd, int operation);
extern int (*flock_real)(int fd, int operation);

} // namespace uvstream::libraries
