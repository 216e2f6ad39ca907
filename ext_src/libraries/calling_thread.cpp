#include "uvstream/libraries/calling_thread.h"

#include <cerrno>

#include "uvstream/zend/pipe_signal.h"

namespace uvstream::libraries {

namespace {

thread_local CallingThread* marked = nullptr;

} // namespace

CallingThread::~CallingThread() {
    end_request();
    left_children.forget();
}

CallingThread* CallingThread::current() { return marked; }

void CallingThread::begin_request() { marked = this; }

void CallingThread::end_request() {
    if (marked == this) marked = nullptr;
    connections.end_request();
    file_locks.clear();
    turns.clear();
    zend::PipeSignal::forget();
    has_session_failed = false;
    descriptors.close_all();
    left_children.reap();
    found_host.clear();
}

int fail_call(sched::Woken woken, int error) {
    errno = woken == sched::Woken::Interrupted ? EINTR : error;
    return -1;
}

} // namespace uvstream::libraries
