#include "uvstream/libraries/select_call.h"

#include <algorithm>
#include <cerrno>
#include <climits>

#include <poll.h>

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/libraries/call_time.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/descriptors_wait.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

using base::Deadline;
using base::Interest;
using sched::Woken;

int (*select_real)(int count, fd_set* to_read, fd_set* to_write, fd_set* except, timeval* timeout) = nullptr;

namespace {

// The caller's sets, of which the real function leaves only what is ready.
class Sets {
  public:
    static constexpr int kSets = 3;

    Sets(int count, fd_set* to_read, fd_set* to_write, fd_set* except)
        : count_(std::min(count, FD_SETSIZE)), sets_{to_read, to_write, except} {
        for (int i = 0; i < kSets; ++i) {
            if (sets_[i] != nullptr) wanted_[i] = *sets_[i];
        }
    }

    int look() const {
        timeval none{};
        return select_real(count_, sets_[0], sets_[1], sets_[2], &none);
    }

    // As they were.
    void restore() const {
        for (int i = 0; i < kSets; ++i) {
            if (sets_[i] != nullptr) *sets_[i] = wanted_[i];
        }
    }

    // Writes one for each member of each set, if there is a place to write to; returns how many.
    size_t interests(Interest* to) const {
        constexpr short kEvents[kSets] = {POLLIN, POLLOUT, POLLPRI};
        size_t number = 0;
        for (int i = 0; i < kSets; ++i) {
            for (int fd = 0; sets_[i] != nullptr && fd < count_; ++fd) {
                if (!FD_ISSET(fd, &wanted_[i])) continue;
                if (to != nullptr) to[number] = {fd, kEvents[i], false};
                ++number;
            }
        }
        return number;
    }

  private:
    const int count_;
    fd_set* const sets_[kSets];
    fd_set wanted_[kSets];
};

Deadline deadline_of(const timeval* timeout) {
    return timeout != nullptr ? Deadline::after_us(us_of(*timeout)) : Deadline::never();
}

Woken wait(CallingThread& thread, const Sets& sets, Deadline deadline) {
    const size_t count = sets.interests(nullptr);
    auto* const interests = static_cast<Interest*>(safe_emalloc(std::max(count, size_t{1}), sizeof(Interest), 0));
    sets.interests(interests);
    const Woken woken = wait_for_any(thread, interests, count, deadline);
    efree(interests);
    return woken;
}

// With nothing ready. (PHP warns of each error. Nobody sees what this says beside an exception: all is as it was. But
// where one is closed PHP is not to look at what it has of it: mysqlnd's connection is freed.)
int end_of_wait(const Sets& sets, Woken woken) {
    if (woken == Woken::TimedOut) return 0;
    sets.restore();
    if (EG(exception) != nullptr && woken != Woken::Closed) return 0;
    return fail_call(woken, ECANCELED);
}

} // namespace

int select_parking(int count, fd_set* to_read, fd_set* to_write, fd_set* except, timeval* timeout) {
    CallingThread* const thread = CallingThread::to_park_in();
    const bool is_valid = count >= 0 && (timeout == nullptr || (timeout->tv_sec >= 0 && timeout->tv_usec >= 0));
    if (thread == nullptr || !is_valid) return select_real(count, to_read, to_write, except, timeout);
    const Sets sets(count, to_read, to_write, except);
    const Deadline deadline = deadline_of(timeout);
    for (;;) {
        const Woken woken = wait(*thread, sets, deadline);
        const int ready = sets.look();
        if (ready != 0 && (woken == Woken::Ready || woken == Woken::TimedOut)) return ready;
        if (woken != Woken::Ready) return end_of_wait(sets, woken);
        sets.restore(); // another strand has taken it
    }
}

} // namespace uvstream::libraries
