#include "uvstream/task/stack_pool.h"

#include <cstdio>

#include "uvstream/zend/compat.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

// A function or two fit; Zend takes a page of its usual size for more.
constexpr size_t kFirstPage = 2048;
constexpr size_t kColours = 16;

// How many mappings a process may have. (Where nothing says so the system's refusal does.)
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

// The rest is for everything else in the process: what cannot be mapped there is a fatal error.
bool is_room_for(size_t stacks) {
    constexpr size_t kMappings = 2; // the stack and its guard page
    const size_t most = most_mappings();
    return most == SIZE_MAX || stacks * kMappings < most - most / 8;
}

} // namespace

Stack* StackPool::take(zend_fiber_coroutine run) {
    Stack* const stack = free_ != nullptr ? free_ : map(run);
    if (stack == nullptr || stack != free_) return stack;
    free_ = stack->next_free;
    --free_count_;
    return stack;
}

Stack* StackPool::map(zend_fiber_coroutine run) {
    if (!is_room_for(mapped_ + 1)) return zend::throw_stack_refused(nullptr, mapped_, most_mappings()), nullptr;
    auto* const stack = static_cast<Stack*>(ecalloc(1, sizeof(Stack)));
    if (!zend::init_fiber_context(&stack->context, run)) {
        efree(stack);
        zend::throw_stack_refused(zend::take_exception(), mapped_, most_mappings());
        return nullptr;
    }
    stack->memory = stack->context.stack;
    stack->page = zend_vm_stack_new_page(kFirstPage, nullptr);
    stack->colour = next_colour_++ % kColours;
    stack->next = all_;
    if (all_ != nullptr) all_->previous = stack;
    all_ = stack;
    ++mapped_;
    return stack;
}

void StackPool::give_back(Stack& stack) {
    stack.next_free = free_;
    free_ = &stack;
    ++free_count_;
}

void StackPool::unmap(Stack& stack) {
    (stack.previous != nullptr ? stack.previous->next : all_) = stack.next;
    if (stack.next != nullptr) stack.next->previous = stack.previous;
    --mapped_;
    stack.context.stack = stack.memory;
    zend_fiber_destroy_context(&stack.context);
    efree(stack.page);
    efree(&stack);
}

void StackPool::unmap_all() {
    while (all_ != nullptr) unmap(*all_);
    free_ = nullptr;
    free_count_ = 0;
}

} // namespace uvstream::task
