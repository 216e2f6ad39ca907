#include "uvstream/task/mappings.h"

#include <cstdint>
#include <cstdio>
#include <utility>

#include "uvstream/zend/compat.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace uvstream::task {

size_t most_mappings() {
    static const size_t most = [] {
        size_t value = SIZE_MAX;
        if (FILE* const file = fopen("/proc/sys/vm/max_map_count", "re")) {
            if (fscanf(file, "%zu", &value) != 1) value = SIZE_MAX;
            fclose(file);
        }
        return value;
    }();
    return most;
}

#ifdef __linux__

size_t drop_guard(zend_fiber_stack* stack, size_t size, const char*& last) {
    char* const base = zend::checked_base(stack);
    if (base == nullptr) return kMappingsOfStack;
    const size_t guard_size = ZEND_FIBER_GUARD_PAGES * zend_get_page_size();
    char* const guard = base - size - guard_size;
    // (Nor may the system take the whole for a place for its huge pages: the first touch would cost 2 MiB.)
    (void)madvise(guard, guard_size + size, MADV_NOHUGEPAGE);
    if (mprotect(guard, guard_size, PROT_READ | PROT_WRITE) != 0) return kMappingsOfStack;
    const bool joins = guard + guard_size + size == last;
    last = guard;
    return joins ? 0 : 1;
}

constexpr size_t kReserve = 8 << 20; // some chunks of PHP's own heap, which are 2 MiB, and what C++ and libraries take

bool Reserve::hold() {
    if (held_ != nullptr) return true;
    void* const held = mmap(nullptr, kReserve, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (held == MAP_FAILED) return false;
    held_ = held;
    return true;
}

void Reserve::release() {
    if (held_ != nullptr) (void)munmap(std::exchange(held_, nullptr), kReserve);
}

void release_below(void* frame, size_t size) {
    constexpr size_t kNotFar = 65536;
    const size_t page = zend_get_page_size();
    char* const end = static_cast<char*>(frame) - (reinterpret_cast<uintptr_t>(frame) & (page - 1));
    if (size > 2 * kNotFar) (void)madvise(end - (size - kNotFar), size - kNotFar - page, MADV_DONTNEED);
}

#else

size_t drop_guard(zend_fiber_stack*, size_t, const char*&) { return kMappingsOfStack; }
bool Reserve::hold() { return true; }
void Reserve::release() {}
void release_below(void*, size_t) {}

#endif

} // namespace uvstream::task
