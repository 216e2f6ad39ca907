#include "uvstream/task/body.h"

namespace uvstream::task {

using base::Deadline;

void Body::enter(Scope& its_scope) {
    its_scope.outer = scope;
    scope = &its_scope;
    refresh();
}

void Body::leave(Scope& its_scope) {
    scope = its_scope.outer;
    refresh();
}

void Body::refresh() {
    Deadline limit = Deadline::never();
    cancelled_by_ = nullptr;
    const Scope* it = scope;
    for (; it != nullptr && !it->is_shield; it = it->outer) {
        limit = Deadline::earlier(limit, it->limit);
        const bool is_cancelled = it->cancellation != nullptr && it->cancellation->is_set;
        if (is_cancelled && cancelled_by_ == nullptr) cancelled_by_ = it->cancellation;
    }
    if (it == nullptr) {
        limit = Deadline::earlier(limit, base_limit);
        if (cancellation.is_set && cancelled_by_ == nullptr) cancelled_by_ = &cancellation;
    }
    strand.set_end(limit, cancelled_by_ != nullptr);
}

void Body::bury() {
    scope = nullptr;
    root = nullptr;
    waits_for = {};
    cancelled_by_ = nullptr;
    engine.forget();
}

} // namespace uvstream::task
