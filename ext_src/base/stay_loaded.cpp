#include "uvstream/base/stay_loaded.h"

#ifdef ZEND_COMPILE_DL_EXT // PHP's build: a module of its own, not linked into PHP
#include <dlfcn.h>
#endif

namespace uvstream::base {

#ifdef ZEND_COMPILE_DL_EXT

bool stay_loaded() {
    Dl_info info;
    return dladdr(reinterpret_cast<void*>(&stay_loaded), &info) != 0 &&
           dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) != nullptr;
}

#else

bool stay_loaded() { return true; }

#endif

} // namespace uvstream::base
