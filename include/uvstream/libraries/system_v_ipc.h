#pragma once

#include <cstddef>

#include <sys/types.h>

struct sembuf;

namespace uvstream::libraries {

// In the places of semop(2), msgrcv(2) and msgsnd(2). Nothing announces when they would not block: they are tried, with
// growing pauses.
int semop_parking(int id, sembuf* operations, size_t count);
ssize_t msgrcv_parking(int id, void* message, size_t size, long type, int flags);
int msgsnd_parking(int id, const void* message, size_t size, int flags);
extern int (*semop_real)(int, sembuf*, size_t);
extern ssize_t (*msgrcv_real)(int, void*, size_t, long, int);
extern int (*msgsnd_real)(int, const void*, size_t, int);

} // namespace uvstream::libraries
