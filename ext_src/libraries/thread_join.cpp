#include "uvstream/libraries/thread_join.h"

#ifdef __linux__

#include <cerrno>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/pauses.h"

namespace uvstream::libraries {

int (*pthread_join_real)(pthread_t thread, void** result) = nullptr;

int pthread_join_parking(pthread_t thread, void** result) {
    const CallingThread* const its = CallingThread::to_park_in();
    if (its == nullptr) return pthread_join_real(thread, result);
    UncancelledPauses pauses(*its); // a transfer that was cancelled gives up its look-up
    int error;
    while ((error = pthread_tryjoin_np(thread, result)) == EBUSY) {
        if (!pauses.wait()) return pthread_join_real(thread, result);
    }
    return error;
}

} // namespace uvstream::libraries

#endif
