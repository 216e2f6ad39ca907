#pragma once

namespace uvstream::php {

// The classes and functions of namespace Uvstream: all of them, or, where somebody else has declared one of the
// classes, none.
bool declare_tasks(int type);
void remove_tasks();

} // namespace uvstream::php
