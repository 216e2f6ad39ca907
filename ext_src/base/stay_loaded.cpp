#include "uvstream/base/stay_loaded.h"

#include <dlfcn.h>

namespace uvstream::base {

bool stay_loaded() {
    Dl_info info;
    return dladdr(reinterpret_cast<void*>(&stay_loaded), &info) != 0 &&
           dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) != nullptr;
}

} // namespace uvstream::base
