#include "uvstream/task/stack_pool.h"

#include <utility>

#include "uvstream/task/mappings.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

namespace {

// A function or two fit; for more the engine takes further pages, see root_frame.cpp.
constexpr size_t kFirstPage = 1024;
constexpr size_t kColours = 16;

// Free stacks that keep whatever they took.
constexpr size_t kMostDeep = 128;

// So much of either limit is for everything else: what goes beyond it there is a fatal error.
size_t usable(size_t limit, size_t part) { return limit - limit / part; }

bool is_memory_left() {
    if (PG(memory_limit) <= 0) return true;
    const size_t limit = static_cast<size_t>(PG(memory_limit)) / ZEND_MM_CHUNK_SIZE * ZEND_MM_CHUNK_SIZE;
    return zend_memory_usage(false) < usable(limit, 16);
}

size_t size_of_new_stack() {
    const size_t page = zend_get_page_size();
    return (EG(fiber_stack_size) + page - 1) / page * page;
}

} // namespace

Stack* StackPool::take(zend_fiber_coroutine run) {
    Stack* const stack = free_ != nullptr ? free_ : map(run);
    if (stack == nullptr || stack != free_) return stack;
    free_ = stack->next_free;
    --free_count_;
    return stack;
}

bool StackPool::is_room() const {
    if (mappings_ + kMappingsOfStack > usable(most_mappings(), 8)) {
        zend::throw_mappings_used_up(mapped_, most_mappings());
        return false;
    }
    if (is_memory_left()) return true;
    zend::throw_memory_used_up(mapped_);
    return false;
}

Stack* StackPool::map(zend_fiber_coroutine run) {
    if (!is_room()) return nullptr;
    if (!reserve_.hold()) {
        zend::throw_stack_refused(nullptr, mapped_);
        return nullptr;
    }
    auto* const stack = static_cast<Stack*>(ecalloc(1, sizeof(Stack)));
    if (!zend::init_fiber_context(&stack->context, run)) {
        reserve_.release();
        efree(stack);
        zend::throw_stack_refused(zend::take_exception(), mapped_);
        return nullptr;
    }
    stack->memory = stack->context.stack;
    stack->size = size_of_new_stack();
    stack->page = zend_vm_stack_new_page(kFirstPage, nullptr);
    stack->colour = next_colour_++ % kColours;
    stack->next = all_;
    if (all_ != nullptr) all_->previous = stack;
    all_ = stack;
    ++mapped_;
    const bool are_few = mappings_ < usable(most_mappings(), 4);
    mappings_ += are_few ? kMappingsOfStack : drop_guard(stack->memory, stack->size, unguarded_);
    return stack;
}

void StackPool::give_back(Stack& stack) {
    stack.next_free = free_;
    free_ = &stack;
    ++free_count_;
}

void StackPool::give_back_own(Stack& stack) {
    if (free_count_ >= kMostDeep) release_below(__builtin_frame_address(0), stack.size);
    give_back(stack);
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

void StackPool::unmap_free() {
    for (; free_ != nullptr; --free_count_) unmap(*std::exchange(free_, free_->next_free));
    if (all_ != nullptr) return;
    mappings_ = 0;
    reserve_.release();
}

void StackPool::unmap_all() {
    unmap_free();
    while (all_ != nullptr) unmap(*all_);
    mappings_ = 0;
    reserve_.release();
}

} // namespace uvstream::task
