#pragma once

namespace uvstream::php {

// Those of namespace Uvstream, each that nobody else has declared.
bool declare_task_functions(int type);
void remove_task_functions();

} // namespace uvstream::php
