#include "uvstream/php/fiber_methods.h"

#include "uvstream/php/replaced_functions.h"
#include "uvstream/task/tasks.h"

namespace uvstream::php {

namespace {

const zend_fiber& this_fiber(zend_execute_data* execute_data) {
    return *reinterpret_cast<const zend_fiber*>(Z_OBJ_P(ZEND_THIS));
}

// What PHP's own says where no Fiber may be left.
void refuse_to_suspend(INTERNAL_FUNCTION_PARAMETERS) {
    zend_fiber_switch_block();
    previous_handler<ZEND_MN(Fiber_suspend)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    zend_fiber_switch_unblock();
}

} // namespace

ZEND_METHOD(Fiber, suspend) {
    zval* value = nullptr; // nobody's: resume() has returned when the task suspends itself again
    task::Tasks& tasks = task::tasks();
    task::Body& body = tasks.running();
    if (!task::FiberFace::is_in_own(body)) {
        return previous_handler<ZEND_MN(Fiber_suspend)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();

    (void)value;
    if (!tasks.fiber_face.suspend(body, return_value)) refuse_to_suspend(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Fiber, resume) {
    zval* value = nullptr;

    ZEND_PARSE_PARAMETERS_START(0, 1)
    Z_PARAM_OPTIONAL
    Z_PARAM_ZVAL(value)
    ZEND_PARSE_PARAMETERS_END();

    if (task::tasks().fiber_face.resume(this_fiber(execute_data), value, false)) return;
    previous_handler<ZEND_MN(Fiber_resume)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

ZEND_METHOD(Fiber, throw) {
    zval* exception;

    ZEND_PARSE_PARAMETERS_START(1, 1)
    Z_PARAM_OBJECT_OF_CLASS(exception, zend_ce_throwable)
    ZEND_PARSE_PARAMETERS_END();

    if (task::tasks().fiber_face.resume(this_fiber(execute_data), exception, true)) return;
    previous_handler<ZEND_MN(Fiber_throw)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
}

} // namespace uvstream::php
