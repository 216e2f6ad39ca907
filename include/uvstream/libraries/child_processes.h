#pragma once

#include <vector>

#include <sys/types.h>

struct rusage;

namespace uvstream::libraries {

// Children for which a call was to wait that was cancelled: the script has no handle of them any more. They are reaped
// once they have ended, so that none is a zombie for as long as this process lives.
class LeftChildren {
  public:
    // By a descriptor, which it takes over: the number may be another's by then.
    void add(int process) { list_.push_back(process); }

    // Those that have ended.
    void reap();
    void forget();

  private:
    std::vector<int> list_;
};

// In the places of waitpid(2), wait4(2), wait3(2) and wait(2).
pid_t waitpid_parking(pid_t pid, int* status, int options);
pid_t wait4_parking(pid_t pid, int* status, int options, rusage* usage);
pid_t wait3_parking(int* status, int options, rusage* usage);
pid_t wait_parking(int* status);
extern pid_t (*waitpid_real)(pid_t, int*, int);
extern pid_t (*wait4_real)(pid_t, int*, int, rusage*);
extern pid_t (*wait3_real)(int*, int, rusage*);
extern pid_t (*wait_real)(int*);

// The same as waitpid(2) of one child, for code of ours that has the only handle of it.
pid_t wait_for_own_child(pid_t pid, int* status);

} // namespace uvstream::libraries
