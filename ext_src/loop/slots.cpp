#include "uvstream/loop/slots.h"

#include <algorithm>
#include <iterator>

namespace uvstream::loop {

namespace {

// The first that has not become slow yet; all behind it began later.
JobList::const_iterator first_quick(const JobList& running) {
    return std::find_if(running.begin(), running.end(), [](const Job* one) { return !one->slow_from.passed(); });
}

} // namespace

bool Slots::has_free() const {
    if (running.size() < limits.slots) return true;
    return running.size() < limits.most &&
           static_cast<size_t>(std::distance(first_quick(running), running.end())) < limits.slots;
}

base::Deadline Slots::next_free() const {
    const auto quick = first_quick(running);
    return running.size() < limits.most && quick != running.end() ? (*quick)->slow_from : base::Deadline::never();
}

} // namespace uvstream::loop
