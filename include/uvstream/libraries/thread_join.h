#pragma once

#include <pthread.h>

namespace uvstream::libraries {

// In the place of pthread_join(3), by which a library waits for a thread of its own, also where its call is to end: a
// cancellation does not end this, as what the thread uses is freed then.
int pthread_join_parking(pthread_t thread, void** result);
extern int (*pthread_join_real)(pthread_t thread, void** result);

} // namespace uvstream::libraries
