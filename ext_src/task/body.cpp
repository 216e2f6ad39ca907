#include "uvstream/task/body.h"

namespace uvstream::task {

using base::Deadline;

void Body::enter(Scope& its_scope) {
    its_scope.outer = scope;
    its_scope.body = this;
    scope = &its_scope;
    refresh();
}

void Body::leave(Scope& its_scope) {
    Body* const body = its_scope.body;
    if (body == nullptr) return;
    Scope** link = &body->scope;
    while (*link != &its_scope && *link != nullptr) link = &(*link)->outer;
    if (*link != nullptr) *link = its_scope.outer;
    body->refresh();
}

void Body::leave_all() {
    for (; scope != nullptr; scope = scope->outer) scope->body = nullptr;
}

Group* Body::root() const {
    for (const Scope* it = scope; it != nullptr; it = it->outer) {
        if (it->root != nullptr) return it->root;
    }
    return outer_root;
}

void Body::refresh() {
    Deadline limit = Deadline::never();
    cancelled_by = nullptr;
    const Scope* it = scope;
    for (; it != nullptr && !it->is_shield; it = it->outer) {
        limit = Deadline::earlier(limit, it->limit);
        const bool is_cancelled = it->cancellation != nullptr && it->cancellation->is_set;
        if (is_cancelled && cancelled_by == nullptr) cancelled_by = it->cancellation;
    }
    if (it == nullptr) {
        limit = Deadline::earlier(limit, base_limit);
        if (cancellation.is_set && cancelled_by == nullptr) cancelled_by = &cancellation;
    }
    strand.set_end(limit, cancelled_by != nullptr);
}

void Body::bury() {
    scope = nullptr;
    waits_for = {};
    cancelled_by = nullptr;
    engine.forget();
}

} // namespace uvstream::task
