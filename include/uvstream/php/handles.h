#pragma once

namespace uvstream::php {

// Functions and methods of extensions whose C library knows of no other task: while one is in a call with a handle (an
// object), the others' calls with it wait in line, also those that close it. The extensions that are there; for what
// comes later it is called again. Their entries stay PHP's, as with replaced_functions.h.
void guard_handles();
void release_handles();

} // namespace uvstream::php
