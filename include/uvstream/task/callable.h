#pragma once

#include <cstdint>

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What a task is to call. The values are borrowed.
struct Callable {
    zval* function;
    const zend_fcall_info_cache& cache;
    zval* arguments;
    uint32_t count;
    HashTable* named; // or null

    // Keeps them where a Fiber has its function.
    void keep_in(zend_fcall_info& call) const;
};

// For a call from nowhere, later. A method is kept as a Closure: its caller may call a private one, or say "self".
void keep_function(zval* kept, zval* function, const zend_fcall_info_cache& cache);

// What keep_in() has kept. Enters user code.
void release_call(zend_fcall_info& call);

} // namespace uvstream::task
