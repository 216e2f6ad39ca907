#pragma once

#include <memory>
#include <vector>

#include "uvstream/base/descriptor_table.h"
#include "uvstream/base/interest.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/spare_buffer.h"
#include "uvstream/stream/strand_notes.h"
#include "uvstream/stream/use/fiber_waits.h"
#include "uvstream/stream/use/used_streams.h"
#include "uvstream/zend/globals.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

class WarningWatch;

// What a call of stream_select() works on; kept from one to the next.
struct SelectionMemory {
    bool is_taken = false;
    std::vector<base::Interest> interests;
    std::vector<uint64_t> met; // a bit for each descriptor
};

// Everything that a thread of PHP remembers. Made and destroyed with the module's globals.
struct State {
    State();

    sched::Scheduler scheduler;
    base::DescriptorTable<Descriptor> descriptors;
    bool has_async_signals = false; // pcntl_async_signals(true) is in force
    uint64_t handled_signals = 0;   // a bit for each that the script has a handler for
    uint64_t breaking_signals = 0;  // the same where the handler has system calls end, not restarted
    unsigned forks = 0;             // pcntl_fork() of this process and those that it comes from
    bool has_set_aside = false;     // persistent streams: see persistent_streams.h
    bool has_pipe_timeouts = false; // a script has given a pipe one: see StdioMemory
    SpareBuffer spare_buffer;
    UsedStreams used_streams;              // by any strand
    FiberWaits fiber_waits;                // of Fibers that are no strands
    WarningWatch* warning_watch = nullptr; // the innermost: no strand switches within one
    StrandNotes main_notes;                // of {main}

    // One for each stream_select() under way: another may begin within user code that the first one calls, and a fiber
    // that is switched away from there may end later than that.
    std::vector<std::unique_ptr<SelectionMemory>> selections;

    // A number that changes with each fork after which another process may have our descriptors: in the child, and in
    // the parent if the fork was pcntl_fork(). (The parent's other forks are to execute a program, which closes the
    // descriptors.)
    unsigned fork_mark() const { return sched::Scheduler::fork_generation() + forks; }

    // Resets what a fatal error may have left set, by jumping past its owner.
    void end_request();
};

} // namespace uvstream::stream

namespace uvstream::stream {

inline State& state() { return *UVSTREAM_G(state); }

// Of the running strand.
inline StrandNotes& notes() { return *static_cast<StrandNotes*>(state().scheduler.current().notes); }

} // namespace uvstream::stream
