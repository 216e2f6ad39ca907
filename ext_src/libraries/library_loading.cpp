#include "uvstream/libraries/library_loading.h"

#include <cerrno>

#include "uvstream/base/kept_errno.h"
#include "uvstream/libraries/replaced_calls.h"

namespace uvstream::libraries {

void* (*dlopen_real)(const char* file, int flags) = nullptr;

void* dlopen_noticing(const char* file, int flags) {
    void* const loaded = dlopen_real(file, flags);
    const base::KeptErrno kept;
    if (loaded != nullptr) replace_calls();
    return loaded;
}

} // namespace uvstream::libraries
