#include "uvstream/task/output_stack.h"

#include <algorithm>

namespace uvstream::task {

namespace {

// The engine writes into the topmost.
void activate_top() {
    void* const top = zend_stack_top(&OG(handlers));
    OG(active) = top != nullptr ? *static_cast<php_output_handler**>(top) : nullptr;
}

} // namespace

void OutputStack::take() {
    taken_ = OG(handlers).top - below_;
    if (taken_ > room_) {
        delete[] taken_handlers_;
        room_ = taken_;
        taken_handlers_ = new php_output_handler*[static_cast<size_t>(room_)];
    }
    auto* const handlers = static_cast<php_output_handler**>(zend_stack_base(&OG(handlers)));
    std::copy_n(handlers + below_, taken_, taken_handlers_);
    OG(handlers).top = below_;
    activate_top();
}

void OutputStack::put() {
    for (int i = 0; i < taken_; ++i) {
        php_output_handler* const handler = taken_handlers_[i];
        handler->level = zend_stack_push(&OG(handlers), &handler);
    }
    taken_ = 0;
    activate_top();
}

void OutputStack::flush() const {
    // (Flags forbid the script to end a buffer, not its end.)
    for (int left = OG(handlers).top; is_own_ && left > below_ && OG(active) != nullptr; left = OG(handlers).top) {
        OG(active)->flags |= PHP_OUTPUT_HANDLER_REMOVABLE;
        if (php_output_end() != SUCCESS || OG(handlers).top >= left) break;
    }
}

void OutputStack::forget() {
    while (taken_ > 0) php_output_handler_free(&taken_handlers_[--taken_]);
    delete[] taken_handlers_;
    taken_handlers_ = nullptr;
    room_ = 0;
}

} // namespace uvstream::task
