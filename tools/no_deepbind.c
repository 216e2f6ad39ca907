// Preloaded: PHP before 8.4 loads extensions with RTLD_DEEPBIND, by which they would miss whatever else is preloaded
// (a sanitizer's malloc, the fuzzer's faults). Other programs that a test starts are to run without all that.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>

void* dlopen(const char* file, int flags) {
    void* (*real)(const char*, int) = (void* (*)(const char*, int))dlsym(RTLD_NEXT, "dlopen");
    return real(file, flags & ~RTLD_DEEPBIND);
}

__attribute__((constructor)) static void leave_no_trace(void) { unsetenv("LD_PRELOAD"); }
