#pragma once

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Around an operation of the running strand that may wait, on behalf of its stream. At its end it asks for a safe
// point, if a stream is to be freed there. Lives on the C stack.
class Waits {
  public:
    explicit Waits(php_stream* stream) : waiter_(state().scheduler.current(), stream) {}
    ~Waits() { free_closing_soon(); }
    Waits(const Waits&) = delete;
    Waits& operator=(const Waits&) = delete;
    const sched::Waiter& waiter() const { return waiter_; }

  private:
    sched::Waiter waiter_;
};

} // namespace uvstream::stream
