#pragma once

#include_next <signal.h>

#include <sys/types.h>

#include <pthread_signal.h>
#undef pthread_sigmask

// No signal is sent between threads here: it does not matter which are blocked.
struct siginfo_t;
using sigset_t = unsigned long long;
inline void sigfillset(sigset_t* set) { *set = ~0ULL; }
inline void pthread_sigmask(int /*how*/, const sigset_t* /*set*/, sigset_t* /*before*/) {}
#define SIG_SETMASK 2
#define SIGPIPE 13
