#pragma once

#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// The output buffers that a task has opened: they are off the engine's stack while it is away. Those below, {main}'s
// and php.ini's, are everybody's. All zeros: none, as for {main}.
class OutputStack {
  public:
    // From here on what the strand opens is its own.
    void begin() { is_own_ = true; }

    void leave() {
        if (is_own_ && OG(handlers).top > below_) take();
    }
    void enter() {
        below_ = OG(handlers).top;
        if (taken_ > 0) put();
    }

    // The running strand's go into those below, in turn. Enters user code.
    void flush() const;

    // Of a strand that is away: they are gone. Runs no user code.
    void forget();

  private:
    void take();
    void put();

    bool is_own_ = false;
    int below_ = 0; // buffers that are everybody's, since the strand was entered
    int taken_ = 0, room_ = 0;
    php_output_handler** taken_handlers_ = nullptr; // the lowest first
};

} // namespace uvstream::task
