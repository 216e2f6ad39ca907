#include "uvstream/libraries/thread_join.h"

#ifdef __linux__

#include <cerrno>

#include "uvstream/base/deadline.h"
#include "uvstream/base/growing_pause.h"
#include "uvstream/libraries/calling_thread.h"
#include "uvstream/zend/hidden_exception.h"

namespace uvstream::libraries {

int (*pthread_join_real)(pthread_t thread, void** result) = nullptr;

int pthread_join_parking(pthread_t thread, void** result) {
    const CallingThread* const its = CallingThread::to_park_in();
    if (its == nullptr) return pthread_join_real(thread, result);
    base::GrowingPause pause(20);
    const zend::HiddenException hidden; // a transfer that was cancelled gives up its look-up
    int error;
    while ((error = pthread_tryjoin_np(thread, result)) == EBUSY) {
        if (!its->scheduler.pause(its->waiter(), base::Deadline::after_us(pause.take_us()))) {
            return pthread_join_real(thread, result);
        }
    }
    return error;
}

} // namespace uvstream::libraries

#endif
