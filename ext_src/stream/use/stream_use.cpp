#include "uvstream/stream/use/stream_use.h"

#include <algorithm>
#include <utility>

#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/zend/compat.h"

namespace uvstream::stream {

namespace {

UsedStream& entry_of(php_stream* stream) {
    UsedStream* const known = state().used_streams.find(stream);
    if (known != nullptr && !known->is_freed()) return *known;
    if (known != nullptr) forget_use(*known); // another stream that had its address
    UsedStream& its = state().used_streams.add(stream);
    // The last reference is gone already where a destructor flushes what it holds.
    its.resource = stream->res != nullptr && stream->res->ptr != nullptr ? stream->res : nullptr;
    if (its.resource != nullptr) GC_ADDREF(its.resource);
    return its;
}

bool has(const UseSet& set, const UsedStream* its) {
    return std::any_of(set.streams.begin(), set.streams.end(), [&](const UseSet::Use& use) { return use.its == its; });
}

void enter(UseSet& set, UsedStream& its, bool is_guarded) {
    if (has(set, &its)) return;
    set.streams.push_back({&its, is_guarded});
    ++its.users;
    if (!is_guarded || its.guards++ > 0) return;
    its.in_free = static_cast<uint8_t>(its.stream->in_free);
    its.stream->in_free = 1;
}

// What PHP's functions have among their arguments, beside the owner, which is in the set. `guards` says which streams
// are guarded.
template <class Guards> void enter_arguments(UseSet& set, const php_stream* owner, Calls calls, Guards guards) {
    for_each_resource(EG(current_execute_data), calls, [&](const zval* argument) {
        if (owner != nullptr && Z_RES_P(argument)->ptr == owner) return;
        if (php_stream* const stream = stream_of(argument)) {
            enter(set, entry_of(stream), guards(stream));
        } else if (Z_RES_P(argument)->ptr == nullptr) {
            // Closed within this very call, which goes on with the stream; unless it waits for the others to leave it.
            UsedStream* const closed = state().used_streams.find_closed(Z_RES_P(argument));
            const bool goes_on = closed != nullptr && closed->closer != &state().scheduler.current();
            if (goes_on) enter(set, *closed, true);
        }
    });
}

UseSet& new_set() {
    UseSet& set = state().used_streams.take_set();
    set.next = std::exchange(notes().uses, &set);
    return set;
}

UseSet& use_owner_and_arguments(php_stream* owner) {
    UseSet& set = new_set();
    const auto guards = [](const php_stream* stream) { return !is_end_told(stream); };
    if (owner != nullptr) enter(set, entry_of(owner), guards(owner));
    enter_arguments(set, owner, Calls::TopRun, guards);
    return set;
}

bool has_resources(Calls calls) {
    return is_any_resource(EG(current_execute_data), calls, [](const zval*) { return true; });
}

// Closed by a way that we do not know: the resource is gone, the stream is not.
bool is_closed(const UsedStream& its) { return its.resource->ptr == nullptr && !its.is_being_freed; }

// The last reference is ours: the script has let go of it. (It may still be in use: stream_filter_remove() goes on with
// a stream to which it has no reference.)
bool is_abandoned(const UsedStream& its) { return GC_REFCOUNT(its.resource) == 1 && !its.stream->is_persistent; }

void leave(const UseSet::Use& use) {
    UsedStream& its = *use.its;
    --its.users;
    if (its.stream == nullptr) {
        if (its.users == 0) state().used_streams.give_back(its);
        return;
    }
    if (use.is_guarded && --its.guards == 0) its.stream->in_free = its.in_free & 3;
    if (its.resource != nullptr && (is_closed(its) || is_abandoned(its))) mark_closing(its, its.resource);
    if (its.closer != nullptr && its.users == its.closers_uses) {
        its.have_others_left = true;
        its.closer->wake();
    }
    if (its.users > 0 || its.is_being_freed) return;
    if (its.is_closing) return free_soon(its);
    zend_resource* const resource = its.resource; // all that is held of one that is not closing
    state().used_streams.remove(its);
    if (resource != nullptr) zend_list_delete(resource);
}

void give_back(UseSet& set) {
    for (const UseSet::Use& use : set.streams) leave(use);
    state().used_streams.give_back(set);
}

void drop(StrandNotes& strand, UseSet& set) {
    // It need not be the newest: a fiber of the script's, suspended within an error handler, leaves its set behind.
    UseSet** link = &strand.uses;
    while (*link != &set && *link != nullptr) link = &(*link)->next;
    if (*link == &set) *link = set.next;
    give_back(set);
}

} // namespace

StreamUse::StreamUse(php_stream* owner) : StreamUse(new_set()) {
    if (owner != nullptr) enter(set_, entry_of(owner), true);
    enter_arguments(set_, owner, Calls::All, [](const php_stream*) { return true; });
}

StreamUse StreamUse::of_one(php_stream* stream) {
    UseSet& set = new_set();
    if (stream != nullptr) enter(set, entry_of(stream), true);
    return StreamUse(set);
}

void StreamUse::finish() { drop(notes(), set_); }

UseSet* use_while_parked(php_stream* owner) {
    if (owner == nullptr && !has_resources(Calls::TopRun)) return nullptr;
    UseSet& set = use_owner_and_arguments(owner);
    if (owner != nullptr) set.has_owner_buffered_data = zend::exchange_has_buffered_data(owner, false);
    return &set;
}

bool end_use_while_parked(php_stream* owner, UseSet& set) {
    const bool is_open = owner == nullptr || !set.streams.front().its->is_closing;
    if (owner != nullptr && is_open) (void)zend::exchange_has_buffered_data(owner, set.has_owner_buffered_data);
    drop(notes(), set);
    return is_open;
}

UseSet& use_while_away(php_stream* owner, bool is_c_clients) {
    UseSet& set = state().used_streams.take_set();
    enter(set, entry_of(owner), !is_c_clients);
    enter_arguments(set, owner, Calls::TopRun, [](const php_stream*) { return true; });
    return set;
}

void end_use_while_away(UseSet& set) { give_back(set); }

bool has_closing(const UseSet& set) {
    return std::any_of(set.streams.begin(), set.streams.end(),
                       [](const UseSet::Use& use) { return use.its->is_closing; });
}

void drop_uses(StrandNotes& strand) {
    while (strand.uses != nullptr) drop(strand, *strand.uses);
    if (&strand == &notes()) return;
    for (UsedStream* its : std::exchange(strand.to_free, {})) {
        its->listed_in = nullptr;
        free_soon(*its);
    }
}

bool is_used_by_wait(const StrandNotes& strand, const UsedStream& its) {
    return strand.uses != nullptr && has(*strand.uses, &its);
}

uint32_t own_uses(const UsedStream& its) {
    uint32_t uses = 0;
    for (const UseSet* set = notes().uses; set != nullptr; set = set->next) uses += has(*set, &its) ? 1 : 0;
    return uses;
}

bool close_in_use(php_stream* stream, zend_resource* resource) {
    UsedStream* const its = state().used_streams.find(stream);
    if (its == nullptr || its->users == 0) return false;
    mark_closing(*its, resource);
    return true;
}

} // namespace uvstream::stream
