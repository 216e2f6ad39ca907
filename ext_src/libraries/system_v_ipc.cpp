#include "uvstream/libraries/system_v_ipc.h"

#include <algorithm>
#include <cerrno>
#include <iterator>

#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/pauses.h"
#include "uvstream/sched/event.h"

namespace uvstream::libraries {

int (*semop_real)(int, sembuf*, size_t) = nullptr;
ssize_t (*msgrcv_real)(int, void*, size_t, long, int) = nullptr;
int (*msgsnd_real)(int, const void*, size_t, int) = nullptr;

namespace {

// Tries until it does not fail for having nothing to do now. (A signal ends these calls always.)
template <class Try> auto try_in_pauses(const CallingThread& thread, int would_block, Try attempt) {
    Pauses pauses(thread, sched::OnSignal::Return);
    for (;;) {
        const auto result = attempt();
        if (result >= 0 || errno != would_block) return result;
        const sched::Woken woken = pauses.wait();
        if (!is_to_try(woken)) return static_cast<decltype(attempt())>(fail_call(woken, would_block));
    }
}

} // namespace

int semop_parking(int id, sembuf* operations, size_t count) {
    sembuf trying[3]; // PHP's are no more
    const auto never_waits = [](const sembuf& one) { return (one.sem_flg & IPC_NOWAIT) != 0; };
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || count > std::size(trying) || std::any_of(operations, operations + count, never_waits)) {
        return semop_real(id, operations, count);
    }
    std::copy_n(operations, count, trying);
    for (sembuf& one : trying) one.sem_flg = static_cast<short>(one.sem_flg | IPC_NOWAIT);
    return try_in_pauses(*thread, EAGAIN, [&] { return semop_real(id, trying, count); });
}

ssize_t msgrcv_parking(int id, void* message, size_t size, long type, int flags) {
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || (flags & IPC_NOWAIT) != 0) return msgrcv_real(id, message, size, type, flags);
    return try_in_pauses(*thread, ENOMSG, [&] { return msgrcv_real(id, message, size, type, flags | IPC_NOWAIT); });
}

int msgsnd_parking(int id, const void* message, size_t size, int flags) {
    const CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || (flags & IPC_NOWAIT) != 0) return msgsnd_real(id, message, size, flags);
    return try_in_pauses(*thread, EAGAIN, [&] { return msgsnd_real(id, message, size, flags | IPC_NOWAIT); });
}

} // namespace uvstream::libraries
