#pragma once

#include <csignal>
#include <ctime>

namespace uvstream::libraries {

// In the places of sigtimedwait(2) and sigwaitinfo(2).
int sigtimedwait_parking(const sigset_t* set, siginfo_t* info, const timespec* timeout);
int sigwaitinfo_parking(const sigset_t* set, siginfo_t* info);
extern int (*sigtimedwait_real)(const sigset_t*, siginfo_t*, const timespec*);
extern int (*sigwaitinfo_real)(const sigset_t*, siginfo_t*);

} // namespace uvstream::libraries
