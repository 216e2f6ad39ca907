#include "uvstream/task/may_switch.h"

#include "uvstream/zend/bailout.h"
#include "uvstream/zend/compat.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

bool may_switch() {
    // An exception on its way, the compiler, and an output callback belong to the thread, not to a strand: nobody else
    // may come upon them. After a fatal error, and when the request is over, nobody else runs.
    const bool is_anything_under_way = EG(exception) != nullptr || zend::has_exception_aside() || CG(in_compilation) ||
                                       OG(running) != nullptr || zend::has_failed_for_good() || !EG(active);
    // (The engine's own count: destructors up to PHP 8.3, and whatever an extension forbids.)
    return !is_anything_under_way && !zend_fiber_switch_blocked();
}

} // namespace uvstream::task
