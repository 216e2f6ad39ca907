#include "uvstream/stream/use/stream_guard.h"

#include <algorithm>

namespace uvstream::stream {

namespace {

// Calls `visit` with every stream among the arguments of PHP's own functions on the call stack, from `frame` down.
template <class Visit> void for_each_argument(zend_execute_data* frame, Visit visit) {
    for (; frame != nullptr; frame = frame->prev_execute_data) {
        if (frame->func == nullptr || frame->func->type != ZEND_INTERNAL_FUNCTION) continue;
        for (uint32_t i = 1; i <= ZEND_CALL_NUM_ARGS(frame); ++i) {
            if (php_stream* const stream = stream_of(ZEND_CALL_ARG(frame, i))) visit(stream);
        }
    }
}

// The type of Doomed::keeper. Written at module start-up, before any thread.
int keeper_type = 0;

// The engine closes the request's resources, and no call is left that would use a stream.
void free_at_end(zend_resource* keeper) {
    if (keeper->ptr == nullptr) return; // freed before
    state().guard = nullptr;
    free_doomed_streams(nullptr);
}

Doomed* find_doomed(const php_stream* stream) {
    std::vector<Doomed>& doomed = state().doomed;
    auto at = std::find_if(doomed.begin(), doomed.end(), [&](const Doomed& one) { return one.stream == stream; });
    return at != doomed.end() ? &*at : nullptr;
}

void let_go(const Doomed& one) {
    one.keeper->ptr = nullptr;
    zend_list_delete(one.keeper);
    zend_list_delete(one.resource);
}

bool is_an_argument(zend_execute_data* frame, const php_stream* stream) {
    bool found = false;
    for_each_argument(frame, [&](const php_stream* argument) { found = found || argument == stream; });
    return found;
}

} // namespace

php_stream* stream_of(const zval* value) {
    if (Z_TYPE_P(value) == IS_REFERENCE) value = Z_REFVAL_P(value);
    if (Z_TYPE_P(value) != IS_RESOURCE) return nullptr;
    const zend_resource* const resource = Z_RES_P(value);
    const bool is_stream = resource->type == php_file_le_stream() || resource->type == php_file_le_pstream();
    return is_stream ? static_cast<php_stream*>(resource->ptr) : nullptr;
}

Waits::Waits(php_stream* stream) : waiter_(state().scheduler.current(), stream) {}

Waits::~Waits() { free_doomed_soon(); }

void free_doomed_soon() {
    if (!state().doomed.empty()) zend::request_interrupt();
}

StreamGuard::StreamGuard(php_stream* owner) : StreamGuard(owner, true) {}

StreamGuard::StreamGuard(php_stream* owner, bool has_arguments) : outer_(state().guard) {
    if (owner != nullptr) add(owner);
    if (has_arguments) for_each_argument(EG(current_execute_data), [this](php_stream* argument) { add(argument); });
    state().guard = this;
}

void StreamGuard::add(php_stream* stream) {
    if (has(stream)) return;
    if (size_ == room_) grow();
    // The last reference is gone already where a destructor flushes what it holds.
    zend_resource* const resource = stream->res != nullptr && stream->res->ptr != nullptr ? stream->res : nullptr;
    entries_[size_++] = {stream, resource, static_cast<uint8_t>(stream->in_free)};
    if (resource != nullptr) GC_ADDREF(resource);
    stream->in_free = 1;
}

void StreamGuard::grow() {
    room_ *= 2;
    auto* const more = new Entry[room_];
    std::copy(entries_, entries_ + size_, more);
    if (entries_ != in_place_) delete[] entries_;
    entries_ = more;
}

bool StreamGuard::has(const php_stream* stream) const {
    return std::any_of(entries_, entries_ + size_, [&](const Entry& entry) { return entry.stream == stream; });
}

void StreamGuard::finish() {
    // Not always the innermost: a fiber switched away from within an error handler has one of its own.
    StreamGuard** link = &state().guard;
    while (*link != this && *link != nullptr) link = &(*link)->outer_;
    for (size_t i = 0; i < size_; ++i) {
        const Entry& entry = entries_[i];
        if (!hand_over(entry)) entry.stream->in_free = entry.was_in_free & 3;
        if (entry.resource == nullptr) continue;
        // Closed by a way that we do not know: the resource is gone, the stream is not.
        const bool is_closed = entry.resource->ptr == nullptr;
        // Nobody refers to it any more: but stream_filter_remove() uses a stream to which it has no reference.
        const bool is_abandoned = GC_REFCOUNT(entry.resource) == 1 && !entry.stream->is_persistent;
        if (is_closed || is_abandoned) doom(entry.stream, entry.resource);
        zend_list_delete(entry.resource);
    }
    if (*link == this) *link = outer_;
    if (entries_ != in_place_) delete[] entries_;
}

// To a guard within this one that has the stream, too, and goes later.
bool StreamGuard::hand_over(const Entry& entry) const {
    for (StreamGuard* inner = state().guard; inner != this && inner != nullptr; inner = inner->outer_) {
        for (size_t i = 0; i < inner->size_; ++i) {
            if (inner->entries_[i].stream != entry.stream) continue;
            inner->entries_[i].was_in_free = entry.was_in_free;
            return true;
        }
    }
    return false;
}

bool StreamGuard::covers(const php_stream* stream) {
    for (const StreamGuard* guard = state().guard; guard != nullptr; guard = guard->outer_) {
        if (guard->has(stream)) return true;
    }
    return false;
}

void doom(php_stream* stream, zend_resource* resource) {
    if (Doomed* const known = find_doomed(stream)) {
        known->was_closed = known->was_closed || resource->ptr == nullptr;
        return;
    }
    GC_ADDREF(resource);
    stream->res = resource; // at the request's end PHP makes a persistent stream forget it
    zend_resource* const keeper = zend_register_resource(&state(), keeper_type);
    state().doomed.push_back({stream, resource, resource->ptr == nullptr, keeper});
}

bool is_doomed(const php_stream* stream) { return find_doomed(stream) != nullptr; }

void forget_doomed(const php_stream* stream) {
    const Doomed* const found = find_doomed(stream);
    if (found == nullptr) return;
    const Doomed one = *found;
    state().doomed.erase(state().doomed.begin() + (found - state().doomed.data()));
    let_go(one);
}

void free_doomed_streams(zend_execute_data* frame) {
    // Since PHP 8.4 the end of a call is a safe point with the call's own frame still there.
    if (frame != nullptr && frame->func != nullptr && frame->func->type == ZEND_INTERNAL_FUNCTION) {
        frame = frame->prev_execute_data;
    }
    std::vector<Doomed>& doomed = state().doomed;
    for (size_t i = 0; i < doomed.size();) {
        const Doomed next = doomed[i];
        // A user filter or wrapper is a safe point, too, with the call that uses the stream below it.
        if (StreamGuard::covers(next.stream) || is_an_argument(frame, next.stream)) {
            ++i;
            continue;
        }
        doomed.erase(doomed.begin() + static_cast<std::ptrdiff_t>(i));
        if (next.was_closed) {
            php_stream_free(next.stream, PHP_STREAM_FREE_CLOSE | PHP_STREAM_FREE_RSRC_DTOR);
        } else if (next.resource->ptr != nullptr) {
            const int how = next.stream->is_persistent ? PHP_STREAM_FREE_CLOSE_PERSISTENT : PHP_STREAM_FREE_CLOSE;
            // (The last flag: at the request's end PHP refuses this to all but itself, and closes no persistent
            // stream.)
            php_stream_free(next.stream, PHP_STREAM_FREE_KEEP_RSRC | how | PHP_STREAM_FREE_IGNORE_ENCLOSING);
        }
        let_go(next);
    }
}

void register_doomed_streams(int module_number) {
    keeper_type = zend_register_list_destructors_ex(free_at_end, nullptr, "closing stream", module_number);
}

} // namespace uvstream::stream
