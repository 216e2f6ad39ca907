#include "uvstream/task/root_frame.h"

#include "uvstream/zend/compat.h"
#include "uvstream/zend/ini.h"

namespace uvstream::task {

namespace {

// For what does not fit into the stack's first page. An eighth of Zend's own: a task that waits ten calls deep is to
// keep no more, and memory of this size is quickly had, by whom a loop of calls has come and go.
constexpr size_t kPageSize = 2048;

// As the frame at the bottom of a Fiber of Zend's own.
const zend_function root_function = [] {
    zend_function function = {};
    function.type = ZEND_INTERNAL_FUNCTION;
    return function;
}();

} // namespace

void enter_root_frame(zend_fiber& fiber, const Stack& stack) {
    _zend_vm_stack* const page = stack.page;
    // (Its `top` is how far a task before this one had come when it needed another page.)
    zval* const bottom = ZEND_VM_STACK_ELEMENTS(page);
    EG(vm_stack) = page;
    EG(vm_stack_top) = bottom + ZEND_CALL_FRAME_SLOT;
    EG(vm_stack_end) = page->end;
    EG(vm_stack_page_size) = kPageSize;
    auto* const root = reinterpret_cast<zend_execute_data*>(bottom);
    memset(root, 0, sizeof(*root));
    root->func = const_cast<zend_function*>(&root_function);
    fiber.execute_data = fiber.stack_bottom = root;
    EG(current_execute_data) = root;
    EG(jit_trace_num) = 0;
    EG(error_reporting) = zend::ini_error_reporting();
    zend::set_stack_limits(fiber.context.stack);
    EG(active_fiber) = &fiber;
}

} // namespace uvstream::task
