#include "uvstream/libraries/library_calls.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "uvstream/libraries/library_imports.h"

namespace uvstream::libraries {

namespace {

// In the order of the tables, each once.
std::vector<const char*> names_of_replaced(const std::string& name) {
    std::vector<const char*> names;
    for (const ImportTable& table : tables_of(name)) {
        const Imports& imports = table.imports;
        for (const Import* it = imports.list; it != imports.list + imports.count; ++it) {
            const bool is_new = std::find(names.begin(), names.end(), it->name) == names.end();
            if (is_new && is_import_ours(table.within, *it)) names.push_back(it->name);
        }
    }
    return names;
}

// "libcurl (poll, close)"; empty where none of the library's is.
std::string replaced_calls_of(const std::string& library) {
    std::string text;
    for (const char* const name : names_of_replaced(library)) text += (text.empty() ? library + " (" : ", ") + name;
    return text.empty() ? text : text + ")";
}

std::vector<std::string> parked; // the list

bool is_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char one) {
        return std::isalnum(one) != 0 || one == '_' || one == '+' || one == '-' || one == '.';
    });
}

std::string_view trim(std::string_view text) {
    const auto is_blank = [](char one) { return one == ' ' || one == '\t'; };
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

} // namespace

bool set_park_libraries(std::string_view names) {
    std::vector<std::string> list;
    for (names = trim(names); !names.empty();) {
        const size_t end = std::min(names.find(','), names.size());
        const std::string_view name = trim(names.substr(0, end));
        if (!is_name(name)) return false;
        list.emplace_back(name);
        if (end == names.size()) break;
        names.remove_prefix(end + 1);
        if (trim(names).empty()) return false; // a comma at the end
    }
    parked = std::move(list);
    return true;
}

void replace_library_calls() {
    for (const std::string& name : parked) {
        for (const auto& [within, imports] : tables_of(name)) replace_imports(within, imports.list, imports.count);
    }
}

bool restore_library_calls() {
    bool are_restored = true;
    for (const Imports& its : library_imports()) are_restored = restore_imports(its.list, its.count) && are_restored;
    return are_restored;
}

zend_string* replaced_library_calls() {
    std::string text;
    for (const std::string& name : parked) {
        const std::string its = replaced_calls_of(name);
        if (!its.empty()) text += (text.empty() ? "" : ", ") + its;
    }
    if (text.empty()) text = has_import_tables() ? "none is loaded by itself" : "not on this system";
    return zend_string_init(text.data(), text.size(), false);
}

} // namespace uvstream::libraries
