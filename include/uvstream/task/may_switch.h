#pragma once

namespace uvstream::task {

// Whether the engine is where the running strand may be left, and another one run. (The dispatcher counts the no-switch
// regions itself.) Asked at every wait among others.
bool may_switch();

} // namespace uvstream::task
