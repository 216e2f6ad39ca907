#include "uvstream/libraries/calling_thread.h"

#include <cerrno>

namespace uvstream::libraries {

namespace {

thread_local CallingThread* marked = nullptr;

} // namespace

CallingThread* CallingThread::current() { return marked; }

void CallingThread::begin_request() { marked = this; }

void CallingThread::end_request() {
    if (marked == this) marked = nullptr;
    file_locks.clear();
}

int fail_call(sched::Woken woken) {
    errno = woken == sched::Woken::Interrupted ? EINTR : ECANCELED;
    return -1;
}

} // namespace uvstream::libraries
