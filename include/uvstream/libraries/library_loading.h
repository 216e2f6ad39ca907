#pragma once

namespace uvstream::libraries {

// In the place of dlopen(3), as those call it who may load a library that is on the list: its calls are replaced, too.
// (Of names without a directory it is our own run path that counts for the caller's. We have none.)
void* dlopen_noticing(const char* file, int flags);
extern void* (*dlopen_real)(const char* file, int flags);

} // namespace uvstream::libraries
