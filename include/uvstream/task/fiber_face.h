#pragma once

#include <unordered_map>

#include "uvstream/task/body.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// What Fiber::suspend(), resume() and throw() do to a task's own Fiber, the one that Fiber::getCurrent() returns in it:
// they park the task, and wake it. A Fiber that the script has made within a task is PHP's.
class FiberFace {
  public:
    // Fiber::suspend() in the running strand: parks it until somebody resumes it. Then `result` is set, or an exception
    // thrown. False, with nothing done: it is not in a task's own Fiber, or cannot be left here.
    bool suspend(Body& body, zval* result);

    // Fiber::resume() and throw(): the value, which is copied, is what suspend() returns or throws, once it is the
    // task's turn. False, with nothing done: suspend() has not parked the Fiber, or it is resumed already.
    bool resume(const zend_fiber& fiber, zval* value, bool is_exception);

    // Whether the running strand is a task, in its own Fiber.
    static bool is_in_own(const Body& body);

    // Its task will not run again.
    void forget(const zend_fiber& fiber) { parked_.erase(&fiber); }

  private:
    struct Parked {
        Body* body;
        bool is_resumed, is_exception;
        zval value;
    };
    std::unordered_map<const zend_fiber*, Parked> parked_;
};

} // namespace uvstream::task
