#pragma once

#include <cstddef>

namespace uvstream::libraries {

// A function that C code imports from a library, and what is to stand for it. `real` is what stood in the slots; it is
// set before the first slot is replaced, and does not change any more.
struct Import {
    const char* name;
    void* ours;
    void** real;
};

// Replaces functions in the import table (ELF's GOT) of one loaded object, the program or a shared library: that in
// which `within` lies, a function or constant of it. Nobody else's calls change. The table is written to as long as
// this takes, and has its protection back then. Returns how many of them it imports and are ours now, also if they were
// before. Nothing happens where the system has no such tables, where the object is linked statically, or where the
// table may not be written to. One thread at a time.
size_t replace_imports(const void* within, const Import* imports, size_t count);

// Whether that object's import is ours now.
bool is_import_ours(const void* within, const Import& import);

// Puts back what stood there in every object that is loaded now, but in no slot that somebody has replaced after us.
// False where a slot could not be written: our code must stay in memory.
bool restore_imports(const Import* imports, size_t count);

} // namespace uvstream::libraries
