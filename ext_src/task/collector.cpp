#include "uvstream/task/collector.h"

#include "uvstream/zend/bailout.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

namespace {

// The process's.
sched::Dispatcher* (*dispatcher_of_thread)() = nullptr;
int (*collect_below)() = nullptr;

int collect() {
    sched::Dispatcher* const dispatcher = dispatcher_of_thread();
    if (dispatcher == nullptr) return collect_below();
    int collected = 0;
    dispatcher->forbid_switching();
    const bool has_returned = zend::try_call([&collected] { collected = collect_below(); });
    dispatcher->allow_switching();
    if (!has_returned) zend::resume_bailout();
    return collected;
}

} // namespace

void guard_collector(sched::Dispatcher* (*of_thread)()) {
    dispatcher_of_thread = of_thread;
    collect_below = gc_collect_cycles;
    gc_collect_cycles = collect;
}

void release_collector() {
    // (Somebody may have put himself before us.)
    if (gc_collect_cycles == collect) gc_collect_cycles = collect_below;
}

} // namespace uvstream::task
