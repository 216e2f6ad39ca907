#pragma once

#include "uvstream/sched/dispatcher.h"

namespace uvstream::task {

// While the collector of cycles is at work no strand switches: there is one for all, which would do nothing for anybody
// as long as a destructor that it has called is away. `of_thread` may return null.
void guard_collector(sched::Dispatcher* (*of_thread)());
void release_collector();

} // namespace uvstream::task
