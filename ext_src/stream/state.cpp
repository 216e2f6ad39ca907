#include "uvstream/stream/state.h"

#include "uvstream/stream/transport.h"
#include "uvstream/zend/interrupt.h"

ZEND_DECLARE_MODULE_GLOBALS(uvstream)

namespace uvstream::stream {

namespace {

// User code runs here, below an operation on the strand's stream, and may close that stream: by fclose(), or in any of
// the ways that end in php_stream_free(), which leaves a stream alone that says it is being freed already.
zend::Interrupts run_guarded(php_stream* stream) {
    const auto was_guarded = stream->in_free;
    zend_resource* const resource = stream->res;
    if (resource != nullptr) GC_ADDREF(resource);
    stream->in_free = 1;
    const zend::Interrupts interrupts = zend::run_pending_interrupts();
    stream->in_free = was_guarded;
    if (resource != nullptr && resource->ptr == nullptr) doom(stream, resource);
    if (resource != nullptr) zend_list_delete(resource);
    return interrupts;
}

sched::Handled run_interrupts(sched::Strand& strand) {
    if (!zend::has_pending_interrupts()) return sched::Handled::Nothing;
    auto* const stream = static_cast<php_stream*>(strand.owner);
    const zend::Interrupts interrupts = stream != nullptr ? run_guarded(stream) : zend::run_pending_interrupts();
    strand.owner = stream; // what ran has had waits of its own
    if (interrupts == zend::Interrupts::BailedOut) zend::resume_bailout();
    // What was closed meanwhile is freed at the engine's next safe point, after the call that waits.
    if (!state().doomed.empty() && stream != nullptr && stream->in_free == 0) zend::request_interrupt();
    return interrupts == zend::Interrupts::Threw ? sched::Handled::Threw : sched::Handled::Ran;
}

} // namespace

State::State() : scheduler(run_interrupts) {}

void doom(php_stream* stream, zend_resource* resource) {
    const int fd = socket_of(stream)->socket;
    if (fd < 0 || state().scheduler.watchers.at(fd).is_closing) return;
    state().scheduler.watchers.at(fd).is_closing = true;
    GC_ADDREF(resource);
    state().doomed.push_back({stream, resource});
}

void free_doomed_streams() {
    std::vector<Doomed>& doomed = state().doomed;
    for (size_t i = 0; i < doomed.size();) {
        const Doomed next = doomed[i];
        if (next.stream->in_free != 0) { // a wait within it is still below us
            ++i;
            continue;
        }
        doomed.erase(doomed.begin() + static_cast<std::ptrdiff_t>(i));
        if (next.resource->ptr == nullptr) {
            php_stream_free(next.stream, PHP_STREAM_FREE_CLOSE | PHP_STREAM_FREE_RSRC_DTOR);
        } else {
            php_stream_free(next.stream,
                            PHP_STREAM_FREE_KEEP_RSRC | (next.stream->is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT
                                                                                    : PHP_STREAM_FREE_CLOSE));
        }
        zend_list_delete(next.resource);
    }
}

} // namespace uvstream::stream
