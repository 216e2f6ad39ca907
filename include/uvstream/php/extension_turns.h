#pragma once

namespace uvstream::php {

// Has tasks take turns in all functions and methods of the extensions whose C library knows of no other task: while one
// is in a call with an object, the others' calls with it wait in line, also those that close it. The extensions that
// are there; for what comes later it is called again. Their entries stay PHP's, as with replaced_functions.h.
void replace_extension_functions();
void restore_extension_functions();

} // namespace uvstream::php
