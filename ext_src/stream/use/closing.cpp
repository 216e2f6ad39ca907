#include "uvstream/stream/use/closing.h"

#include <algorithm>

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/zend/hidden_exception.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::stream {

namespace {

// The type of UsedStream::keeper. Written at module start-up, before any thread.
int keeper_type = 0;

// Our operations on it are to fail, and other strands' waits in them end with ECANCELED. (Before it has a descriptor
// they fail for that. The running strand's own waits ask is_closing() when the user code within them has returned.)
// Returns how many they were.
size_t end_operations(const php_stream* stream) {
    const int fd = fd_of(stream);
    if (fd < 0) return 0;
    Descriptor& its = descriptor(fd);
    its.may_be_closing = true;
    if (its.turns != nullptr) its.turns->cancel_waits();
    if (its.tls != nullptr) its.tls->handshake.cancel_waits();
    return state().scheduler.cancel_waits(fd);
}

// Who has it among the arguments of a call that waits for another descriptor, as stream_copy_to_stream() does: what
// comes there is of no use any more.
void end_calls(const UsedStream& its) {
    state().scheduler.dispatcher().for_each([&its](sched::Strand& strand) {
        const auto* const notes = static_cast<const StrandNotes*>(strand.notes);
        if (notes != nullptr && is_used_by_wait(*notes, its)) strand.close_wait();
    });
}

void unlist(UsedStream& its) {
    if (its.listed_in == nullptr) return;
    std::vector<UsedStream*>& list = its.listed_in->to_free;
    list.erase(std::find(list.begin(), list.end(), &its));
    its.listed_in = nullptr;
}

// What was held of a stream that is no longer in the table.
struct Held {
    zend_resource *resource, *keeper;
    void let_go() const {
        if (keeper != nullptr) zend_list_delete(keeper);
        if (resource != nullptr) zend_list_delete(resource);
    }
};

Held take_out(UsedStream& its) {
    const Held held{its.resource, its.keeper};
    if (its.keeper != nullptr) its.keeper->ptr = nullptr;
    unlist(its);
    state().used_streams.remove(its);
    return held;
}

void free_now(UsedStream& its) {
    php_stream* const stream = its.stream;
    const bool was_closed = its.was_closed;
    const Held held = take_out(its);
    if (was_closed) {
        php_stream_free(stream, PHP_STREAM_FREE_CLOSE | PHP_STREAM_FREE_RSRC_DTOR);
    } else if (held.resource->ptr != nullptr) {
        const int how = stream->is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT : PHP_STREAM_FREE_CLOSE;
        // (The last flag: at the request's end PHP refuses this to all but itself, and closes no persistent stream.)
        php_stream_free(stream, PHP_STREAM_FREE_KEEP_RSRC | how | PHP_STREAM_FREE_IGNORE_ENCLOSING);
    }
    held.let_go();
}

// The engine closes the request's resources, and no call is left that would use a stream.
void free_at_end(zend_resource* keeper) {
    if (keeper->ptr == nullptr) return; // freed before
    auto& its = *static_cast<UsedStream*>(keeper->ptr);
    if (its.guards > 0) its.stream->in_free = its.in_free & 3;
    free_now(its);
}

bool is_an_argument(zend_execute_data* frame, const zend_resource* resource) {
    bool found = false;
    for_each_resource(frame, Calls::All, [&](const zval* argument) { found = found || Z_RES_P(argument) == resource; });
    return found;
}

} // namespace

void mark_closing(UsedStream& its, zend_resource* resource) {
    if (its.resource == nullptr && resource != nullptr) {
        its.resource = resource;
        GC_ADDREF(resource);
    }
    its.was_closed = its.was_closed || (its.resource != nullptr && its.resource->ptr == nullptr);
    if (its.is_closing) return;
    its.is_closing = true;
    if (its.resource != nullptr) {
        its.stream->res = its.resource; // at the request's end PHP makes a persistent stream forget it
        its.keeper = zend_register_resource(&its, keeper_type);
    }
    if (end_operations(its.stream) < its.users) end_calls(its);
    if (is_ours(its.stream)) state().fiber_waits.wake_waits_for(its.stream);
}

bool is_closing(const php_stream* stream) {
    const UsedStream* const its = state().used_streams.find(stream);
    return its != nullptr && its->is_closing && !its->is_freed();
}

void free_soon(UsedStream& its) {
    if (its.listed_in != nullptr) return;
    its.listed_in = &notes();
    notes().to_free.push_back(&its);
}

void free_closing_soon() {
    if (!notes().to_free.empty()) zend::request_interrupt();
}

void free_closing_streams(zend_execute_data* frame) {
    std::vector<UsedStream*>& to_free = notes().to_free;
    if (to_free.empty()) return;
    // Since PHP 8.4 the end of a call is a safe point with the call's own frame still there.
    if (frame != nullptr && frame->func != nullptr && frame->func->type == ZEND_INTERNAL_FUNCTION) {
        frame = frame->prev_execute_data;
    }
    for (size_t i = 0; i < to_free.size();) {
        UsedStream& its = *to_free[i];
        if (its.users > 0) {
            unlist(its); // whoever leaves it last lists it again
        } else if (is_an_argument(frame, its.resource)) {
            ++i; // a user filter or wrapper is a safe point, too, with the call that uses the stream below it
        } else {
            free_now(its);
        }
    }
}

void await_other_users(php_stream* stream) {
    UsedStream* const its = state().used_streams.find(stream);
    if (its == nullptr || its->users == own_uses(*its)) return;
    its->is_being_freed = true;
    mark_closing(*its, nullptr);
    state().fiber_waits.await_calls_on(stream);
    if (its->users == own_uses(*its)) return;
    sched::Scheduler& scheduler = state().scheduler;
    its->closer = &scheduler.current();
    its->closers_uses = own_uses(*its);
    const zend::HiddenException hidden; // a client whose wait was cancelled closes its connection
    scheduler.park_until_set(scheduler.current(), its->have_others_left);
    its->closer = nullptr;
}

void forget_use(const php_stream* stream) {
    UsedStream* const its = state().used_streams.find(stream);
    if (its != nullptr) forget_use(*its);
}

void forget_use(UsedStream& its) { take_out(its).let_go(); }

void register_closing_streams(int module_number) {
    keeper_type = zend_register_list_destructors_ex(free_at_end, nullptr, "closing stream", module_number);
}

} // namespace uvstream::stream
