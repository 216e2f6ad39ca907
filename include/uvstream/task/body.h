#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/sched/strand.h"
#include "uvstream/task/cancellation.h"
#include "uvstream/task/engine_state.h"
#include "uvstream/task/scope.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

class Task;
class Tasks;
class Group;

// What a strand waits for that is not a descriptor: for the report of a deadlock.
struct WaitsFor {
    enum class Kind : uint8_t { Nothing, Task, Members, Receive, Send, Resume };
    Kind kind = Kind::Nothing;
    const void* what = nullptr; // the Task, Group or Channel
};

// What a strand is to PHP: {main}'s, or a task's.
struct Body {
    explicit Body(sched::Strand& its) : strand(its) {
        its.body = this;
        ZVAL_UNDEF(&handed);
    }
    ~Body() = default;
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    // From now on the scope holds; or does not any more, whichever strand runs by then.
    void enter(Scope& scope);
    static void leave(Scope& scope);

    // The strand has ended. (Who is left in a scope of its own is a Fiber that it has not resumed again.)
    void leave_all();

    // What spawn() adds to: of the innermost run() around it; null for the script's own.
    Group* root() const;

    // What its scopes and its own cancellation make of its waits: called when one of them has changed.
    void refresh();

    bool is_past_limit() const { return strand.limit.passed(); }

    // It will never run again, or not what it was in: a fatal error, the end of the request.
    void bury();

    sched::Strand& strand;
    Task* task = nullptr;                  // null: {main}
    zend_fiber_context* context = nullptr; // where it was left; null: it has not begun
    zend_execute_data* frame = nullptr;    // its innermost call while it is left
    EngineState engine;                    // what it has set in PHP's globals, while it is left

    Scope* scope = nullptr;                              // the innermost
    base::Deadline base_limit = base::Deadline::never(); // of the group that it was spawned in
    Cancellation cancellation;
    unsigned failed_waits = 0; // since it was cancelled by the script's end

    Group* outer_root = nullptr; // of the run() around the group that it was spawned in; counted
    WaitsFor waits_for;
    zval handed;                 // what another strand has handed to it, or is to take from it; else undefined
    HashTable* locals = nullptr; // by the number of a TaskLocal; shared with its creator's until one of them changes it

    // What is to end its waits: null for nothing. Found by refresh().
    const Cancellation* cancelled_by = nullptr;
};

inline Body& body_of(const sched::Strand& strand) { return *static_cast<Body*>(strand.body); }

} // namespace uvstream::task
