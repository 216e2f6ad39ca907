// The only file that knows ELF: what a loaded object imports is called through slots of a table in it, one for each
// function, which the dynamic linker has filled in, or fills in at the first call.
#include "uvstream/libraries/import_slots.h"

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <optional>

#include <dlfcn.h>
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

namespace uvstream::libraries {

namespace {

using Segment = ElfW(Phdr);
using DynamicEntry = ElfW(Dyn);
using Symbol = ElfW(Sym);
using Relocation = ElfW(Rela);

#ifdef __x86_64__
constexpr auto kGlobalData = R_X86_64_GLOB_DAT, kJumpSlot = R_X86_64_JUMP_SLOT;
#else
constexpr auto kGlobalData = R_AARCH64_GLOB_DAT, kJumpSlot = R_AARCH64_JUMP_SLOT;
#endif

// (The linker tells addresses as numbers.)
template <class Thing> Thing* at(uintptr_t address) {
    return reinterpret_cast<Thing*>(address); // NOLINT(performance-no-int-to-ptr)
}

uintptr_t page_of(uintptr_t address) { return address & ~(static_cast<uintptr_t>(sysconf(_SC_PAGESIZE)) - 1); }

// A loaded object, as dl_iterate_phdr() shows it.
class Object {
  public:
    explicit Object(const dl_phdr_info& info)
        : base_(info.dlpi_addr), file_(info.dlpi_name), segments_(info.dlpi_phdr), count_(info.dlpi_phnum) {
        for (size_t i = 0; i < count_; ++i) {
            if (segments_[i].p_type == PT_DYNAMIC) read(at<const DynamicEntry>(start_of(segments_[i])));
        }
    }

    bool has(uintptr_t address) const { return segment_of(address) != nullptr; }
    const char* file() const { return file_; } // "" for the program
    bool needs_libraries() const { return needs_libraries_; }

    // An address within it; null if it has none.
    const void* within() const {
        for (size_t i = 0; i < count_; ++i) {
            if (segments_[i].p_type == PT_LOAD) return at<const void>(start_of(segments_[i]));
        }
        return nullptr;
    }

    // Calls visit(slot, name) with each slot of an imported symbol, until that returns false.
    template <class Visit> bool for_each_slot(Visit visit) const {
        return visit_table(calls_, visit) && visit_table(data_, visit);
    }

    bool write(void** slot, void* value) const {
        const auto address = reinterpret_cast<uintptr_t>(slot);
        auto* const page = at<void>(page_of(address));
        const auto size = static_cast<size_t>(sysconf(_SC_PAGESIZE)); // (a slot is aligned: it lies in one)
        const int protection = protection_of(address);
        const bool is_protected = (protection & PROT_WRITE) == 0;
        if (is_protected && mprotect(page, size, protection | PROT_WRITE) != 0) return false;
        __atomic_store_n(slot, value, __ATOMIC_RELEASE);
        return !is_protected || mprotect(page, size, protection) == 0;
    }

  private:
    struct Table {
        const Relocation* entries = nullptr;
        size_t bytes = 0;
    };

    uintptr_t start_of(const Segment& segment) const { return base_ + segment.p_vaddr; }
    bool has(const Segment& segment, uintptr_t address) const { return address - start_of(segment) < segment.p_memsz; }
    const Segment* segment_of(uintptr_t address) const {
        for (size_t i = 0; i < count_; ++i) {
            if (segments_[i].p_type == PT_LOAD && has(segments_[i], address)) return &segments_[i];
        }
        return nullptr;
    }

    // glibc has made addresses of what the file has; musl leaves it as it is.
    uintptr_t pointer(const DynamicEntry& entry) const {
        return entry.d_un.d_ptr < base_ ? base_ + entry.d_un.d_ptr : entry.d_un.d_ptr;
    }

    void read(const DynamicEntry* entry) {
        bool has_addends = true;
        for (; entry->d_tag != DT_NULL; ++entry) {
            switch (entry->d_tag) {
            case DT_NEEDED: needs_libraries_ = true; break;
            case DT_SYMTAB: symbols_ = at<const Symbol>(pointer(*entry)); break;
            case DT_STRTAB: names_ = at<const char>(pointer(*entry)); break;
            case DT_JMPREL: calls_.entries = at<const Relocation>(pointer(*entry)); break;
            case DT_PLTRELSZ: calls_.bytes = entry->d_un.d_val; break;
            case DT_PLTREL: has_addends = entry->d_un.d_val == DT_RELA; break;
            case DT_RELA: data_.entries = at<const Relocation>(pointer(*entry)); break;
            case DT_RELASZ: data_.bytes = entry->d_un.d_val; break;
            default: break;
            }
        }
        if (!has_addends) calls_ = {};
    }

    template <class Visit> bool visit_table(const Table& table, Visit visit) const {
        if (table.entries == nullptr || symbols_ == nullptr || names_ == nullptr) return true;
        for (size_t i = 0; i < table.bytes / sizeof(Relocation); ++i) {
            const Relocation& entry = table.entries[i];
            const auto type = ELF64_R_TYPE(entry.r_info);
            if (type != kJumpSlot && type != kGlobalData) continue;
            const char* const name = names_ + symbols_[ELF64_R_SYM(entry.r_info)].st_name;
            if (!visit(at<void*>(base_ + entry.r_offset), name)) return false;
        }
        return true;
    }

    // RELRO: what only the dynamic linker writes is protected once it has, in whole pages.
    int protection_of(uintptr_t address) const {
        for (size_t i = 0; i < count_; ++i) {
            if (segments_[i].p_type != PT_GNU_RELRO) continue;
            const uintptr_t begin = page_of(start_of(segments_[i]));
            const uintptr_t end = page_of(start_of(segments_[i]) + segments_[i].p_memsz);
            if (address >= begin && address < end) return PROT_READ;
        }
        const Segment* const segment = segment_of(address);
        const auto flags = segment != nullptr ? segment->p_flags : PF_R;
        return ((flags & PF_R) != 0 ? PROT_READ : 0) | ((flags & PF_W) != 0 ? PROT_WRITE : 0) |
               ((flags & PF_X) != 0 ? PROT_EXEC : 0);
    }

    uintptr_t base_;
    const char* file_;
    const Segment* segments_;
    size_t count_;
    bool needs_libraries_ = false;
    const Symbol* symbols_ = nullptr;
    const char* names_ = nullptr;
    Table calls_; // bound at the first call, or at once
    Table data_;  // bound at once
};

// Calls visit(object) with each, until that returns false.
template <class Visit> void for_each_object(Visit visit) {
    dl_iterate_phdr(
        [](dl_phdr_info* info, size_t, void* it) { return (*static_cast<Visit*>(it))(Object(*info)) ? 0 : 1; }, &visit);
}

const Import* find(const Import* imports, size_t count, const char* name) {
    for (size_t i = 0; i < count; ++i) {
        if (strcmp(imports[i].name, name) == 0) return &imports[i];
    }
    return nullptr;
}

// What is to be called where the slot has `bound`. As long as that lies in the object itself, the slot is not bound
// yet, and whoever called what is there would have it bound, over ours.
void* real_of(const Object& object, void* bound, const char* name) {
    if (!object.has(reinterpret_cast<uintptr_t>(bound))) return bound;
    void* const real = dlsym(RTLD_DEFAULT, name);
    return object.has(reinterpret_cast<uintptr_t>(real)) ? nullptr : real;
}

bool replace(const Object& object, void** slot, const Import& import) {
    if (*slot == import.ours) return true;
    if (*import.real == nullptr) *import.real = real_of(object, *slot, import.name);
    return *import.real != nullptr && object.write(slot, import.ours);
}

// That in which it lies. (Not visited within the search, which holds a lock of the dynamic linker's.)
std::optional<Object> find(const void* within) {
    std::optional<Object> found;
    for_each_object([&](const Object& object) {
        if (object.has(reinterpret_cast<uintptr_t>(within))) found = object;
        return !found.has_value();
    });
    return found;
}

// Where something has been replaced. To look through all that is loaded takes milliseconds.
struct Replaced {
    const Import* imports;
    const void* within;
    bool operator==(const Replaced& other) const { return imports == other.imports && within == other.within; }
};
std::vector<Replaced> replaced_tables;

void remember(const Replaced& table) {
    const auto end = replaced_tables.end();
    if (std::find(replaced_tables.begin(), end, table) == end) replaced_tables.push_back(table);
}

// (Which may have gone; nothing of another one that is there now is ours.)
bool restore(const Replaced& table, size_t count) {
    const std::optional<Object> object = find(table.within);
    bool are_restored = true;
    if (!object) return true;
    object->for_each_slot([&](void** slot, const char*) {
        for (const Import* it = table.imports; it != table.imports + count; ++it) {
            if (*slot == it->ours) are_restored = object->write(slot, *it->real) && are_restored;
        }
        return true;
    });
    return are_restored;
}

// "/usr/lib/libldap-2.5.so.0" is "libldap".
bool is_file_of(std::string_view file, std::string_view name) {
    file.remove_prefix(file.rfind('/') + 1);
    if (file.substr(0, name.size()) != name) return false;
    file.remove_prefix(name.size());
    if (file.size() > 1 && file[0] == '-' && std::isdigit(static_cast<unsigned char>(file[1])) != 0) return true;
    return file.substr(0, 3) == ".so" && (file.size() == 3 || file[3] == '.');
}

} // namespace

// (A static program may have slots, too: those of its weak symbols.)
bool has_import_tables() {
    const std::optional<Object> ours = find(reinterpret_cast<const void*>(&has_import_tables));
    return ours && ours->needs_libraries();
}

std::vector<const void*> find_objects(std::string_view name) {
    std::vector<const void*> found;
    for_each_object([&](const Object& object) {
        if (is_file_of(object.file(), name)) found.push_back(object.within());
        return true;
    });
    return found;
}

bool has_import(const void* within, const char* name) {
    const std::optional<Object> object = find(within);
    return object && !object->for_each_slot([&](void**, const char* its) { return strcmp(its, name) != 0; });
}

size_t replace_imports(const void* within, const Import* imports, size_t count) {
    const std::optional<Object> object = find(within);
    size_t replaced = 0;
    if (!object) return replaced;
    object->for_each_slot([&](void** slot, const char* name) {
        const Import* const import = find(imports, count, name);
        if (import != nullptr && replace(*object, slot, *import)) ++replaced;
        return true;
    });
    if (replaced > 0) remember({imports, object->within()});
    return replaced;
}

bool is_import_ours(const void* within, const Import& import) {
    const std::optional<Object> object = find(within);
    // (Stops at the first that is.)
    return object && !object->for_each_slot([&](void** slot, const char*) { return *slot != import.ours; });
}

bool restore_imports(const Import* imports, size_t count) {
    bool are_restored = true;
    const auto restored = std::remove_if(replaced_tables.begin(), replaced_tables.end(), [&](const Replaced& table) {
        if (table.imports != imports) return false;
        are_restored = restore(table, count) && are_restored;
        return true;
    });
    replaced_tables.erase(restored, replaced_tables.end());
    return are_restored;
}

} // namespace uvstream::libraries

#else

namespace uvstream::libraries {

bool has_import_tables() { return false; }
std::vector<const void*> find_objects(std::string_view) { return {}; }
bool has_import(const void*, const char*) { return false; }
size_t replace_imports(const void*, const Import*, size_t) { return 0; }
bool is_import_ours(const void*, const Import&) { return false; }
bool restore_imports(const Import*, size_t) { return true; }

} // namespace uvstream::libraries

#endif
