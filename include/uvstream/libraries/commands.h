#pragma once

#include <cstdio>

namespace uvstream::libraries {

// In the places of popen(3) and pclose(3). The C library keeps to itself which child is at the other end of a pipe: so
// one that is begun among others is ours, and pclose() can wait for it. What the real popen() has opened goes to the
// real pclose().
FILE* popen_parking(const char* command, const char* mode);
int pclose_parking(FILE* file);
extern FILE* (*popen_real)(const char*, const char*);
extern int (*pclose_real)(FILE*);

} // namespace uvstream::libraries
