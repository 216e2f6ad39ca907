#pragma once

#include <memory>
#include <vector>

#include "uvstream/base/descriptor_table.h"
#include "uvstream/base/interest.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

class StreamGuard;
class WarningWatch;

// A stream that user code closed while C code below it still uses it (stream_guard.h).
struct Doomed {
    php_stream* stream;
    zend_resource* resource; // referenced
    bool was_closed;         // its resource is gone already, without the stream
    zend_resource* keeper;   // goes with the request's resources, the newest first: before the stream's own
};

// What a call of stream_select() works on; kept from one to the next.
struct SelectionMemory {
    bool is_taken = false;
    std::vector<base::Interest> interests;
    std::vector<uint64_t> met; // a bit for each descriptor
};

// A call of stream_get_contents(), which asks for the end before each read: see read_write.cpp.
struct WholeRead {
    const zend_execute_data* call = nullptr;
    const zend_function* function = nullptr;
    const php_stream* stream = nullptr;
    bool has_read = false;
    bool is_dry = false; // nothing was there a moment ago
};

// Everything that a thread of PHP remembers. Made and destroyed with the module's globals.
struct State {
    State();

    sched::Scheduler scheduler;
    base::DescriptorTable<Descriptor> descriptors;
    bool has_async_signals = false;        // pcntl_async_signals(true) is in force
    uint64_t breaking_signals = 0;         // a bit for each whose handler has system calls end, not restarted
    unsigned forks = 0;                    // pcntl_fork() of this process and those that it comes from
    int server_error = 0;                  // of the last bind or listen: PHP's own API has no way to hand it up
    std::vector<Doomed> doomed;            // in the order in which they were closed
    StreamGuard* guard = nullptr;          // the innermost
    WarningWatch* warning_watch = nullptr; // the innermost

    // What ext/openssl said last of a failure. For the scripts' error messages: the text that an operation hands up
    // would change the warning "(Unknown error)" as well.
    zend_string* tls_reason = nullptr;

    WholeRead whole_read; // the last one that began, and has not ended

    // One for each stream_select() under way: another may run within its user code, and fibers may mix them.
    std::vector<std::unique_ptr<SelectionMemory>> selections;

    void set_tls_reason(zend_string* reason);

    // Another one after each fork that may have given our descriptors to another process; one that executes a program
    // closes them.
    unsigned fork_mark() const { return sched::Scheduler::fork_generation() + forks; }

    // Resets what a fatal error may have left set, by jumping past its owner.
    void end_request();
};

} // namespace uvstream::stream

ZEND_BEGIN_MODULE_GLOBALS(uvstream)
bool enable;
uvstream::stream::State* state;
#ifdef ZTS
HashTable* persistent_list; // the thread's, once it has made a request
#endif
ZEND_END_MODULE_GLOBALS(uvstream)

extern ZEND_DECLARE_MODULE_GLOBALS(uvstream)

#define UVSTREAM_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(uvstream, v)

    namespace uvstream::stream {

    inline State& state() { return *UVSTREAM_G(state); }

} // namespace uvstream::stream
