#include "uvstream/libraries/library_imports.h"

#include <algorithm>
#include <iterator>

#include "uvstream/libraries/connection_calls.h"
#include "uvstream/libraries/connection_guard.h"
#include "uvstream/libraries/library_loading.h"
#include "uvstream/libraries/libpq_calls.h"
#include "uvstream/libraries/name_calls.h"
#include "uvstream/libraries/poll_call.h"
#include "uvstream/libraries/select_call.h"
#include "uvstream/libraries/signal_call.h"
#include "uvstream/libraries/sleep_calls.h"
#include "uvstream/libraries/socket_calls.h"
#include "uvstream/libraries/thread_join.h"
#include "uvstream/zend/modules.h"

#ifdef __linux__

namespace uvstream::libraries {

namespace {

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

// An extension of PHP's that calls the library.
struct Extension {
    const char* name;
    Imports calls; // of the library's functions, also where the extension is linked into PHP
    Imports waits; // of its own; not where it is linked into PHP, whose other code has the same table
};

// Each that we have tested and that differs from others.
const struct Library {
    const char* name;
    Imports imports[4];
    Extension extensions[3];
} known[] = {
    {"libcurl", {all_of(polls<AtEnd::Fails>), all_of(waits), all_of(look_ups), all_of(reads)}, {}},
    {"libpq",
     {all_of(polls<AtEnd::Breaks>), all_of(waits), all_of(look_ups)},
     {{"pgsql", libpq_calls(), {}},
      {"pdo_pgsql", libpq_calls(), all_of(polls<AtEnd::LeavesOpen>)},
      {"pq", libpq_calls(), {}}}},
    // (It holds a lock of the process's while it looks a name up.)
    {"libldap", {all_of(guarded), all_of(waits)}, {}},
};
const Library other = {"", {all_of(guarded), all_of(waits), all_of(look_ups)}, {}};

// One that gives up a look-up by jumping out of an alarm's handler would jump out of another task.
bool is_to_keep(const Imports& imports, const void* object) {
    return imports.list == look_ups && has_import(object, "alarm") && has_import(object, "siglongjmp");
}

const Library& library_of(std::string_view name) {
    const auto* const found =
        std::find_if(std::begin(known), std::end(known), [&](const Library& one) { return name == one.name; });
    return found != std::end(known) ? *found : other;
}

void add(std::vector<ImportTable>& tables, const void* object, const Imports& imports) {
    if (object == nullptr || imports.list == nullptr || is_to_keep(imports, object)) return;
    tables.push_back({object, imports});
}

void add_extension(std::vector<ImportTable>& tables, const Extension& extension) {
    if (extension.name == nullptr) return;
    add(tables, zend::address_in_module(extension.name), extension.calls);
    for (const void* const object : find_objects(extension.name)) add(tables, object, extension.waits);
}

} // namespace

std::vector<ImportTable> tables_of(std::string_view library) {
    std::vector<ImportTable> tables;
    const Library& its = library_of(library);
    for (const void* const object : find_objects(library)) {
        for (const Imports& imports : its.imports) add(tables, object, imports);
    }
    if (tables.empty()) return tables; // what is not loaded, or linked into PHP, does not park
    for (const Extension& extension : its.extensions) add_extension(tables, extension);
    return tables;
}

std::vector<Imports> library_imports() {
    return {all_of(polls<AtEnd::Fails>),
            all_of(polls<AtEnd::Breaks>),
            all_of(polls<AtEnd::LeavesOpen>),
            all_of(waits),
            all_of(look_ups),
            all_of(reads),
            all_of(guarded),
            libpq_calls()};
}

} // namespace uvstream::libraries

#else

namespace uvstream::libraries {

std::vector<ImportTable> tables_of(std::string_view) { return {}; }
std::vector<Imports> library_imports() { return {}; }

} // namespace uvstream::libraries

#endif
