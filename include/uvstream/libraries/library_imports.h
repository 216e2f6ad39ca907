#pragma once

#include <string_view>
#include <vector>

#include "uvstream/libraries/import_slots.h"

namespace uvstream::libraries {

// A loaded object, by an address within it, and what is replaced in it.
struct ImportTable {
    const void* within;
    Imports imports;
};

// Those in which the waits of a library are replaced, as far as they are loaded by now: its own, and of the extensions
// of PHP's that call it. The library may be one that we know nothing of.
std::vector<ImportTable> tables_of(std::string_view library);

// Every list that one of them may have.
std::vector<Imports> library_imports();

} // namespace uvstream::libraries
