#pragma once

#include <cstddef>
#include <cstdint>

#include "uvstream/base/deadline.h"
#include "uvstream/task/cancellation.h"
#include "uvstream/task/scope.h"
#include "uvstream/task/task_list.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Tasks that end before those who wait for them go on: of a run(), a group(), an all(), a first(), or of the script
// itself. In the request's memory, and counted: by its handle, whoever has opened it, and each task in it.
class Group {
  public:
    enum class Policy : uint8_t {
        Run,   // a task's failure is its own
        Group, // the first failure cancels the rest
        First, // the first success does
    };

    static Group* make(Policy policy, size_t limit);
    void add_reference() { ++references_; }
    void release();

    // Its opener's strand is woken when it is empty. Closed, it takes no more tasks.
    void open(Body& opener);
    void close();
    bool is_open() const { return opener_ != nullptr; }
    const Body* opener() const { return opener_; }
    Policy policy() const { return policy_; }
    size_t limit() const { return limit_; }

    // While it is open: what its tasks spawn is of the run() around it, wherever they themselves were spawned. Null: of
    // the script's own group.
    Group* root() const { return root_; }

    // Of the waits of all that are in it, as of all else within the opener's timeout(). Before the first is added.
    void set_deadline(base::Deadline deadline) { deadline_ = deadline; }
    base::Deadline deadline() const { return deadline_; }

    // A task joins it. It begins at once, or, beyond the limit, when another one has ended.
    void add(Task& task);
    bool may_begin() const { return limit_ == 0 || running_ < limit_; }
    void begun() { ++running_; }

    // A task's outcome is known: a failure, or a first success, cancels the rest. Its user code may still run.
    void judge(Task& task);

    // Nothing of it runs any more: it leaves, and the next one begins. `was_running`: it has begun, or was about to.
    void ended(Task& task, bool was_running);

    // In a fork's child, and after a fatal error: the task will never end.
    void forget(Task& task, bool was_running);

    // All that are in it, and what its opener runs in it. The message may be null.
    void cancel(CancelReason reason, zend_string* message);
    const Cancellation& cancellation() const { return cancellation_; }

    // Takes the reference. A further one goes behind the first, or, with Policy::First, before it.
    void note_failure(zend_object* failure);
    zend_object* take_failure();
    bool has_failed() const { return failure_ != nullptr; }
    zend_object* failure() const { return failure_; }

    // The one that has succeeded first (Policy::First); the caller takes the reference. Null for none.
    Task* take_winner();

    size_t live() const { return members_.size(); }
    const bool& is_empty() const { return members_.is_empty(); }
    const Task* first() const { return members_.first(); }

  private:
    Group() = default;
    void unlink(Task& task, bool was_running);
    void begin_next();

    Body* opener_ = nullptr;
    Group* root_ = nullptr;
    TaskList<&TaskStrand::next_member, &TaskStrand::previous_member> members_;
    size_t running_ = 0;
    size_t limit_ = 0; // that run at a time; 0: any
    base::Deadline deadline_ = base::Deadline::never();
    size_t references_ = 1;
    zend_object* failure_ = nullptr;
    Task* winner_ = nullptr;
    Cancellation cancellation_;
    Policy policy_ = Policy::Run;
};

// Within what a group's opener runs: it is cancelled with the group.
struct GroupScope : Scope {
    explicit GroupScope(const Group& group) { cancellation = &group.cancellation(); }
};

} // namespace uvstream::task
