#pragma once

#include <memory>
#include <vector>

#include "uvstream/sched/exclusive.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// While one strand loads a class, the others that want it wait, and then look whether it is there: the engine, which
// keeps each strand's loads apart, would have each run the loader, and declare the class again. One for each thread.
class AutoloadGate {
  public:
    explicit AutoloadGate(sched::Scheduler& scheduler) : scheduler_(scheduler) {}

    // Puts the gate before whoever loads classes now. `of_thread` may return null: the thread has none (any more).
    static void install(AutoloadGate* (*of_thread)());
    static void remove();

    // What the engine's hook is to return.
    zend_class_entry* load(zend_string* name, zend_string* lower_name);

    // The class, in lower case, that a strand waits for; null for none.
    const zend_string* awaited_by(const sched::Strand& strand) const;

    // A strand that waits in it will not run again.
    void forget(const sched::Strand& strand);

    // After the request: forgets what a fatal error has ended in the middle.
    void reset();

  private:
    // A class that somebody loads, or waits for.
    struct Load {
        zend_string* name = nullptr; // in lower case
        size_t users = 0;
        sched::Exclusive loading;
    };
    struct Wish {
        const sched::Strand* by;
        const Load* load;
    };

    Load& join(zend_string* lower_name);
    void leave(Load& load);
    bool wait(sched::Strand& strand, Load& load);
    bool is_circle(const sched::Strand& strand, const Load& load) const;

    sched::Scheduler& scheduler_;
    std::vector<std::unique_ptr<Load>> loads_;
    std::vector<Wish> wishes_; // of those that wait
};

} // namespace uvstream::task
