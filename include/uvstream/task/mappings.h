#pragma once

#include <cstddef>

#include "uvstream/zend/php_api.h"

// A process may have so many mappings, of which each stack takes two: its own, and the guard page below it.
namespace uvstream::task {

inline constexpr size_t kMappingsOfStack = 2;

// How many there may be. (Where nothing says so the system's refusal does.)
size_t most_mappings();

// Takes the guard page off a new stack of so many bytes, so that it, and its neighbours like it, are one mapping to the
// system. Returns how many mappings it takes then: `last` is the one before, beside which it lies as a rule. Does
// nothing where nothing but that page finds out that a stack is used up.
size_t drop_guard(zend_fiber_stack* stack, size_t size, const char*& last);

// Address space that no stack may take: where the last of it went to a stack, the next growth of a heap ended the
// program.
class Reserve {
  public:
    Reserve() = default;
    Reserve(const Reserve&) = delete;
    Reserve& operator=(const Reserve&) = delete;
    ~Reserve() { release(); }

    // False where there is no more so much.
    bool hold();
    // For all else to be taken of.
    void release();

  private:
    void* held_ = nullptr;
};

// Gives back to the system what a stack of so many bytes took once, below a frame not far from where the stack begins.
void release_below(void* frame, size_t size);

} // namespace uvstream::task
