#include "uvstream/libraries/sleep_calls.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "uvstream/base/deadline.h"
#include "uvstream/libraries/call_time.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/sched/event.h"

namespace uvstream::libraries {

using base::Deadline;

int (*usleep_real)(useconds_t us) = nullptr;
int (*nanosleep_real)(const timespec* time, timespec* left) = nullptr;
unsigned (*sleep_real)(unsigned seconds) = nullptr;

namespace {

// Returns the microseconds that are left, if something else has ended it. (A call that sleeps ends by any signal.)
int64_t sleep(const CallingThread& thread, int64_t us) {
    const int errno_before = errno;
    const Deadline end = Deadline::after_us(us);
    const sched::Woken woken = thread.park(sched::Event::time(), end, sched::OnSignal::Return);
    errno = woken == sched::Woken::TimedOut ? errno_before : EINTR;
    return woken == sched::Woken::TimedOut ? 0 : std::max(end.left_us(), int64_t{1});
}

} // namespace

int usleep_parking(useconds_t us) {
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr) return usleep_real(us);
    return sleep(*thread, us) == 0 ? 0 : -1;
}

int nanosleep_parking(const timespec* time, timespec* left) {
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || !is_time(*time)) return nanosleep_real(time, left);
    const int64_t us = sleep(*thread, us_of(*time));
    if (us == 0) return 0;
    if (left != nullptr) *left = {static_cast<time_t>(us / 1000000), static_cast<long>(us % 1000000 * 1000)};
    return -1;
}

unsigned sleep_parking(unsigned seconds) {
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr) return sleep_real(seconds);
    return static_cast<unsigned>((sleep(*thread, int64_t{seconds} * 1000000) + 500000) / 1000000);
}

} // namespace uvstream::libraries
