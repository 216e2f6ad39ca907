#pragma once

#include <cstddef>

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/event.h"

namespace uvstream::libraries {

// Parks the running strand until one of the C code's descriptors is as its interest says, or the deadline. Closed also
// where others have closed one after that, and its number is another's by now.
sched::Woken wait_for_any(CallingThread& thread, base::Interest* interests, size_t count, base::Deadline deadline);

} // namespace uvstream::libraries
