#pragma once

#include <cstring>

#include "uvstream/zend/php_api.h"

namespace uvstream::zend {

// One of PHP's modules, shared or linked into PHP; null where there is none of that name.
inline zend_module_entry* find_module(const char* name) {
    return static_cast<zend_module_entry*>(zend_hash_str_find_ptr(&module_registry, name, strlen(name)));
}

// Any address in the module's code or constants.
inline const void* address_in_module(const char* name) {
    const zend_module_entry* const module = find_module(name);
    return module != nullptr ? module->name : nullptr;
}

} // namespace uvstream::zend
