#pragma once

#include <vector>

#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// A stream that user code closed under a wait within it. The wait is cancelled, and the stream is freed when its caller
// has returned: the stream layer goes on to use its buffer right after the operation.
struct Doomed {
    php_stream* stream;
    zend_resource* resource; // referenced
};

// Everything that a thread of PHP remembers. Made and destroyed with the module's globals.
struct State {
    State();

    sched::Scheduler scheduler;
    bool has_async_signals = false; // pcntl_async_signals(true) is in force
    int server_error = 0;           // of the last bind or listen: PHP's own API has no way to hand it up
    std::vector<Doomed> doomed;     // in the order in which they were closed
};

} // namespace uvstream::stream

ZEND_BEGIN_MODULE_GLOBALS(uvstream)
bool enable;
uvstream::stream::State* state;
ZEND_END_MODULE_GLOBALS(uvstream)

extern ZEND_DECLARE_MODULE_GLOBALS(uvstream)

#define UVSTREAM_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(uvstream, v)

    namespace uvstream::stream {

    inline State& state() { return *UVSTREAM_G(state); }

    void doom(php_stream * stream, zend_resource * resource);

    // Frees those of the doomed that nobody waits within. Called at the engine's safe points and at the request's end.
    void free_doomed_streams();

    // Around an operation that may wait: what runs meanwhile must not free the stream.
    class Waits {
      public:
        explicit Waits(php_stream* stream) : strand_(state().scheduler.current()), before_(strand_.owner) {
            strand_.owner = stream;
        }
        ~Waits() { strand_.owner = before_; }
        Waits(const Waits&) = delete;
        Waits& operator=(const Waits&) = delete;
        sched::Strand& strand() const { return strand_; }

      private:
        sched::Strand& strand_;
        void* before_;
    };

} // namespace uvstream::stream
