#pragma once

#include "uvstream/task/tasks.h"

namespace uvstream::php {

// What streams keep for each task.
task::StrandHooks strand_hooks();

} // namespace uvstream::php
