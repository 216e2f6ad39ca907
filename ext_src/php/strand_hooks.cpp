#include "uvstream/php/strand_hooks.h"

#include <new>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/libpq_calls.h"
#include "uvstream/net/describe.h"
#include "uvstream/php/dump_requests.h"
#include "uvstream/sched/strand.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/strand_notes.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/zend/globals.h"

namespace uvstream::php {

namespace {

stream::StrandNotes* notes_of(sched::Strand& strand) { return static_cast<stream::StrandNotes*>(strand.notes); }

void begin(sched::Strand& strand, void* memory) {
    static_assert(sizeof(stream::StrandNotes) <= task::Task::kNotesSize);
    strand.notes = new (memory) stream::StrandNotes;
}

void give_up(sched::Strand& strand) {
    notes_of(strand)->reset();
    notes_of(strand)->~StrandNotes();
    strand.notes = nullptr;
}

// What it was the last to use is freed now, and its calls have ended: no safe point of its own will come.
void end(sched::Strand& strand) {
    stream::free_closing_streams(EG(current_execute_data));
    UVSTREAM_G(calls)->connections.end_calls(strand, nullptr);
    give_up(strand);
}

void bury(sched::Strand& strand) {
    if (strand.notes == nullptr) return;
    stream::drop_uses(*notes_of(strand));
    libraries::give_up_libpq_calls(*UVSTREAM_G(calls), strand, CG(unclean_shutdown));
    give_up(strand);
}

void describe_wait(std::string& text, const sched::Event& event) {
    const stream::TlsMemory& tls = stream::known_tls(event.fd);
    net::describe_wait(text, event, tls.method != 0 || tls.is_set_up);
}

} // namespace

task::StrandHooks strand_hooks() { return {begin, end, bury, hear_peers, describe_wait}; }

} // namespace uvstream::php
