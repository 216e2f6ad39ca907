#include "uvstream/libraries/library_calls.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "uvstream/libraries/connection_calls.h"
#include "uvstream/libraries/connection_guard.h"
#include "uvstream/libraries/import_slots.h"
#include "uvstream/libraries/library_loading.h"
#include "uvstream/libraries/libpq_calls.h"
#include "uvstream/libraries/name_calls.h"
#include "uvstream/libraries/poll_call.h"
#include "uvstream/libraries/select_call.h"
#include "uvstream/libraries/signal_call.h"
#include "uvstream/libraries/sleep_calls.h"
#include "uvstream/libraries/socket_calls.h"
#include "uvstream/libraries/thread_join.h"

namespace uvstream::libraries {

namespace {

#ifdef __linux__

template <AtEnd kAtEnd>
const Import polls[] = {
    import_of("poll", poll_parking<kAtEnd>, poll_real),
    import_of("ppoll", ppoll_parking<kAtEnd>, ppoll_real),
    import_of("__poll_chk", poll_chk_parking<kAtEnd>, poll_chk_real),
    import_of("__ppoll_chk", ppoll_chk_parking<kAtEnd>, ppoll_chk_real),
};
const Import waits[] = {
    import_of("select", select_parking, select_real),
    import_of("usleep", usleep_parking, usleep_real),
    import_of("nanosleep", nanosleep_parking, nanosleep_real),
    import_of("sleep", sleep_parking, sleep_real),
    import_of("close", close_telling, close_real),
    import_of("dlopen", dlopen_noticing, dlopen_real),
    import_of("sigaction", sigaction_noticing, sigaction_real),
    import_of("pthread_join", pthread_join_parking, pthread_join_real),
};
const Import look_ups[] = {
    import_of("getaddrinfo", getaddrinfo_parking, getaddrinfo_real),
    import_of("getnameinfo", getnameinfo_parking, getnameinfo_real),
};
const Import reads[] = {
    import_of("recv", recv_telling, recv_real),
};
// Of a library that does not see to it by itself that one task at a time uses a connection; some wait in a socket that
// blocks.
const Import guarded[] = {
    import_of("poll", Guarded<poll_parking<AtEnd::Breaks>>::polls, poll_real),
    import_of("ppoll", Guarded<ppoll_parking<AtEnd::Breaks>>::polls, ppoll_real),
    import_of("__poll_chk", Guarded<poll_chk_parking<AtEnd::Breaks>>::polls, poll_chk_real),
    import_of("__ppoll_chk", Guarded<ppoll_chk_parking<AtEnd::Breaks>>::polls, ppoll_chk_real),
    import_of("connect", connect_parking, connect_real),
    import_of("recv", Guarded<recv_parking>::reads, recv_real),
    import_of("recvfrom", Guarded<recvfrom_parking>::reads, recvfrom_real),
    import_of("recvmsg", Guarded<recvmsg_parking>::reads, recvmsg_real),
    import_of("send", Guarded<send_parking>::writes, send_real),
    import_of("sendto", Guarded<sendto_parking>::writes, sendto_real),
    import_of("sendmsg", Guarded<sendmsg_parking>::writes, sendmsg_real),
};

template <size_t kCount> constexpr Imports all_of(const Import (&list)[kCount]) { return {list, kCount}; }

// Each that we have tested and that differs from others. An extension of PHP's that waits by itself, beside its
// library, belongs to it.
const struct Library {
    const char* name;
    Imports imports[4];
    struct {
        const char* name;
        Imports imports[2];
    } extensions[3];
} known[] = {
    {"libcurl", {all_of(polls<AtEnd::Fails>), all_of(waits), all_of(look_ups), all_of(reads)}, {}},
    {"libpq",
     {all_of(polls<AtEnd::Breaks>), all_of(waits), all_of(look_ups)},
     {{"pgsql", {libpq_calls()}},
      {"pdo_pgsql", {libpq_calls(), all_of(polls<AtEnd::LeavesOpen>)}},
      {"pq", {libpq_calls()}}}},
    // (It holds a lock of the process's while it looks a name up.)
    {"libldap", {all_of(guarded), all_of(waits)}, {}},
};
const Library other = {"", {all_of(guarded), all_of(waits), all_of(look_ups)}, {}};

const Imports all[] = {all_of(polls<AtEnd::Fails>),
                       all_of(polls<AtEnd::Breaks>),
                       all_of(polls<AtEnd::LeavesOpen>),
                       all_of(waits),
                       all_of(look_ups),
                       all_of(reads),
                       all_of(guarded),
                       libpq_calls()};

// One that gives up a look-up by jumping out of an alarm's handler would jump out of another task.
bool is_to_keep(const Imports& imports, const void* object) {
    return imports.list == look_ups && has_import(object, "alarm") && has_import(object, "siglongjmp");
}

const Library& library_of(const std::string& name) {
    const auto* const found =
        std::find_if(std::begin(known), std::end(known), [&](const Library& one) { return name == one.name; });
    return found != std::end(known) ? *found : other;
}

template <size_t kCount, class Visit>
void visit_objects(const char* name, const Imports (&tables)[kCount], const Visit& visit) {
    for (const void* const object : find_objects(name)) {
        for (const Imports& imports : tables) {
            if (imports.list != nullptr && !is_to_keep(imports, object)) visit(object, imports);
        }
    }
}

// Calls visit(object, imports) with each that are to be ours.
template <class Visit> void for_each_table(const std::string& name, Visit visit) {
    const Library& its = library_of(name);
    visit_objects(name.c_str(), its.imports, visit);
    for (const auto& extension : its.extensions) {
        if (extension.name != nullptr) visit_objects(extension.name, extension.imports, visit);
    }
}

#else

const Imports all[] = {{nullptr, 0}};
template <class Visit> void for_each_table(const std::string&, Visit) {}

#endif

// In the order of the tables, each once.
std::vector<const char*> names_of_replaced(const std::string& name) {
    std::vector<const char*> names;
    for_each_table(name, [&](const void* object, const Imports& imports) {
        for (const Import* it = imports.list; it != imports.list + imports.count; ++it) {
            if (std::find(names.begin(), names.end(), it->name) == names.end() && is_import_ours(object, *it)) {
                names.push_back(it->name);
            }
        }
    });
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
        for_each_table(name, [](const void* object, const Imports& imports) {
            replace_imports(object, imports.list, imports.count);
        });
    }
}

bool restore_library_calls() {
    bool are_restored = true;
    for (const Imports& imports : all) are_restored = restore_imports(imports.list, imports.count) && are_restored;
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
