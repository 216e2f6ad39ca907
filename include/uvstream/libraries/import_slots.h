#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace uvstream::libraries {

// A function that C code imports from a library, and what is to stand for it. `real` is what stood in the slots; it is
// set before the first slot is replaced, and does not change any more.
struct Import {
    const char* name;
    void* ours;
    void** real;
};

template <class Function> Import import_of(const char* name, Function* ours, Function*& real) {
    return {name, reinterpret_cast<void*>(ours), reinterpret_cast<void**>(&real)};
}

struct Imports {
    const Import* list;
    size_t count;
};

// Whether there are such tables, and we know them: not on every system, nor in a program that is linked statically.
// There nothing here finds or does anything.
bool has_import_tables();

// An address in each loaded library, or extension of PHP's, that has this name: "libpq" is libpq.so.5, "redis" is
// redis.so, "libldap" is libldap-2.5.so.0. The program itself has none.
std::vector<const void*> find_objects(std::string_view name);

// Whether the object in which `within` lies imports this.
bool has_import(const void* within, const char* name);

// Replaces functions in the import table (ELF's GOT) of one loaded object, the program or a shared library: that in
// which `within` lies, a function or constant of it. Nobody else's calls change. The table is written to as long as
// this takes, and has its protection back then. Returns how many of them it imports and are ours now, also if they were
// before. Nothing happens where the system has no such tables, where the object is linked statically, or where the
// table may not be written to. One thread at a time.
size_t replace_imports(const void* within, const Import* imports, size_t count);

// Whether that object's import is ours now.
bool is_import_ours(const void* within, const Import& import);

// Puts back what stood where this list was replaced, but in no slot that somebody has replaced after us. False where a
// slot could not be written: our code must stay in memory.
bool restore_imports(const Import* imports, size_t count);

} // namespace uvstream::libraries
