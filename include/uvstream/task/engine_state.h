#pragma once

#include <cstdint>

#include "uvstream/task/output_stack.h"
#include "uvstream/zend/php_api.h"
#include "uvstream/zend/xml_loading.h"

namespace uvstream::task {

// What a strand has in the engine's globals, beyond what a fiber's context carries; here while the strand is away. In
// between the engine is at rest, as at a request's begin, whoever leaves and whoever enters. All zeros: nothing is set.
//
// Most strands have set nothing, or have an error handler, which moves. What they are within (a sort, a load of a
// class) is looked for, and lies apart.
class EngineState {
  public:
    // The running strand is left, and entered again. Neither runs user code.
    void leave();
    void enter();

    // Of a new task, which has not run: it begins with the running strand's handlers of errors and exceptions, its
    // ways of loading XML, and nothing to restore.
    void inherit();

    // The running strand's function has ended: its buffers go where they would at a script's end. Enters user code.
    void flush() const { output_.flush(); }

    // The running strand will run nothing more of the script's: what it has set is dropped. Enters user code, for the
    // last time.
    void drop();

    // A task that has not run, and will not. Enters user code.
    void drop_inherited();

    // The running strand has died of a fatal error: all but its buffers, which the script's end flushes with the
    // others, and in which the error's text is.
    void leave_for_good();

    // A strand that is away, and never runs again: after a fatal error, or in a fork's child. Runs no user code; what
    // PHP frees at the request's end is left to it. Also for {main}, after that.
    void forget();

  private:
    struct Parts;
    void take_parts();
    void put_parts();

    zval error_handler_ = {}, exception_handler_ = {}; // undefined: none
    zend::XmlLoading xml_loading_;
    int error_mask_ = 0;     // which errors are the handler's
    uint32_t taken_ = 0;     // of the parts, a bit for each
    Parts* parts_ = nullptr; // null until one is to be taken
    OutputStack output_;
};

} // namespace uvstream::task
