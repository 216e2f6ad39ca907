#include "uvstream/base/stay_loaded.h"

#ifdef ZEND_COMPILE_DL_EXT // PHP's build: a module of its own, not linked into PHP
#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif
#endif

namespace uvstream::base {

#ifdef ZEND_COMPILE_DL_EXT

bool stay_loaded() {
#ifdef _WIN32
    const DWORD how = GET_MODULE_HANDLE_EX_FLAG_PIN | GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS;
    HMODULE own;
    return GetModuleHandleExA(how, reinterpret_cast<const char*>(&stay_loaded), &own) != 0;
#else
    Dl_info info;
    return dladdr(reinterpret_cast<void*>(&stay_loaded), &info) != 0 &&
           dlopen(info.dli_fname, RTLD_NOW | RTLD_NOLOAD | RTLD_NODELETE) != nullptr;
#endif
}

#else

bool stay_loaded() { return true; }

#endif

} // namespace uvstream::base
