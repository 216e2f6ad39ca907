#pragma once

#include <vector>

#include "uvstream/sched/scheduler.h"

namespace uvstream::libraries {

// Descriptors that are waited on, or by which a child is known. A strand that a fatal error buries closes none of its
// own: so they are in a list.
class OwnDescriptors {
  public:
    explicit OwnDescriptors(sched::Scheduler& scheduler) : scheduler_(scheduler) {}

    // Takes it over and returns it; a negative one is none.
    int keep(int fd);
    void close(int fd);
    void close_all();

    // Out of the list: it is somebody else's.
    void release(int fd);

  private:
    sched::Scheduler& scheduler_;
    std::vector<int> list_;
};

} // namespace uvstream::libraries
