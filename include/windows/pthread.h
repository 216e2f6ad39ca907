#pragma once

#include_next <pthread.h>
#undef pthread_atfork

// Nothing forks here.
using ForkHandler = void (*)();
inline void pthread_atfork(ForkHandler /*prepare*/, ForkHandler /*parent*/, ForkHandler /*child*/) {}
