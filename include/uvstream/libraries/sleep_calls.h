#pragma once

#include <ctime>

#include <unistd.h>

// In the place of the C library's, as libraries call them between tries. One that is cut short says what is left.
namespace uvstream::libraries {

int usleep_parking(useconds_t us);
int nanosleep_parking(const timespec* time, timespec* left);
unsigned sleep_parking(unsigned seconds);
extern int (*usleep_real)(useconds_t us);
extern int (*nanosleep_real)(const timespec* time, timespec* left);
extern unsigned (*sleep_real)(unsigned seconds);

} // namespace uvstream::libraries
