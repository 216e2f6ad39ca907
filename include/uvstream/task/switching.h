#pragma once

#include "uvstream/sched/switcher.h"
#include "uvstream/task/body.h"

namespace uvstream::task {

// How the dispatcher leaves one strand for another: by the contexts of Zend's Fibers. The only place that switches.
extern const sched::Switcher switcher;

// Switches to where that strand was left, or begins it. Returns when somebody switches back.
void switch_to_body(Body& to);

} // namespace uvstream::task
