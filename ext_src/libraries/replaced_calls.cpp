#include "uvstream/libraries/replaced_calls.h"

#include <algorithm>
#include <iterator>
#include <mutex>

#include "uvstream/base/stay_loaded.h"
#include "uvstream/libraries/child_processes.h"
#include "uvstream/libraries/commands.h"
#include "uvstream/libraries/connection_calls.h"
#include "uvstream/libraries/fifo_open.h"
#include "uvstream/libraries/file_locks.h"
#include "uvstream/libraries/import_slots.h"
#include "uvstream/libraries/library_calls.h"
#include "uvstream/libraries/library_loading.h"
#include "uvstream/libraries/name_calls.h"
#include "uvstream/libraries/name_server_call.h"
#include "uvstream/libraries/select_call.h"
#include "uvstream/libraries/signal_waits.h"
#include "uvstream/libraries/socket_calls.h"
#include "uvstream/libraries/system_v_ipc.h"
#include "uvstream/zend/modules.h"

namespace uvstream::libraries {

namespace {

const Import in_php[] = {
    import_of("flock", flock_parking, flock_real),
    import_of("waitpid", waitpid_parking, waitpid_real),
    import_of("wait4", wait4_parking, wait4_real),
    import_of("wait3", wait3_parking, wait3_real),
    import_of("wait", wait_parking, wait_real),
    import_of("semop", semop_parking, semop_real),
    import_of("msgrcv", msgrcv_parking, msgrcv_real),
    import_of("msgsnd", msgsnd_parking, msgsnd_real),
#ifdef __linux__
    import_of("popen", popen_parking, popen_real),
    import_of("pclose", pclose_parking, pclose_real),
    import_of("sigtimedwait", sigtimedwait_parking, sigtimedwait_real),
    import_of("sigwaitinfo", sigwaitinfo_parking, sigwaitinfo_real),
#endif
    import_of("open", open_parking, open_real),
    import_of("open64", open_parking, open_real),
    import_of("gethostbyname_r", gethostbyname_r_parking, gethostbyname_r_real),
    import_of("getnameinfo", getnameinfo_parking, getnameinfo_real),
#ifdef HAVE_RES_NSEARCH
    import_of("res_nsearch", res_nsearch_parking, res_nsearch_real),
    import_of("__res_nsearch", res_nsearch_parking, res_nsearch_real),
#else
    import_of("res_search", res_search_parking, res_search_real),
#endif
};
const Import loads[] = {
    import_of("dlopen", dlopen_noticing, dlopen_real),
};
const Import in_sockets[] = {
    import_of("accept", accept_parking, accept_real),
    import_of("accept4", accept4_parking, accept4_real),
    import_of("connect", connect_parking, connect_real),
    import_of("close", close_telling, close_real),
    import_of("recv", recv_parking, recv_real),
    import_of("recvfrom", recvfrom_parking, recvfrom_real),
    import_of("recvmsg", recvmsg_parking, recvmsg_real),
    import_of("read", read_parking, read_real),
    import_of("send", send_parking, send_real),
    import_of("sendto", sendto_parking, sendto_real),
    import_of("sendmsg", sendmsg_parking, sendmsg_real),
    import_of("write", write_parking, write_real),
    import_of("getaddrinfo", getaddrinfo_parking, getaddrinfo_real),
};
const Import selects[] = {
    import_of("select", select_parking, select_real),
};

// In whose C code. ("standard" is PHP itself, with all that is linked into it. Not in opcache's, which locks and waits
// for itself.)
const struct Replacement {
    const Import* imports;
    size_t count;
    const char* modules[5];
} replacements[] = {
    {in_php, std::size(in_php), {"standard", "session", "pcntl", "sysvsem", "sysvmsg"}},
    {in_sockets, std::size(in_sockets), {"sockets"}},
    {selects, std::size(selects), {"sockets", "mysqlnd"}},
    {loads, std::size(loads), {"standard", "ffi"}},
};

const void* object_of(const char* module) { return module != nullptr ? zend::address_in_module(module) : nullptr; }

bool is_ours_anywhere(const Replacement& its, const Import& import) {
    return std::any_of(std::begin(its.modules), std::end(its.modules), [&](const char* name) {
        const void* const object = object_of(name);
        return object != nullptr && is_import_ours(object, import);
    });
}

void append_names(smart_str& names, const Replacement& its) {
    for (size_t i = 0; i < its.count; ++i) {
        if (!is_ours_anywhere(its, its.imports[i])) continue;
        if (names.s != nullptr) smart_str_appends(&names, ", ");
        smart_str_appends(&names, its.imports[i].name);
    }
}

} // namespace

void replace_calls() {
    static std::mutex lock; // dl() may be called in several threads
    const std::lock_guard<std::mutex> guard(lock);
    for (const Replacement& its : replacements) {
        for (const char* const name : its.modules) {
            if (const void* const object = object_of(name)) replace_imports(object, its.imports, its.count);
        }
    }
    replace_library_calls();
}

void restore_calls() {
    for (const Replacement& its : replacements) {
        if (!restore_imports(its.imports, its.count)) (void)base::stay_loaded();
    }
    if (!restore_library_calls()) (void)base::stay_loaded();
}

zend_string* replaced_call_names() {
    smart_str names = {};
    for (const Replacement& its : replacements) append_names(names, its);
    if (names.s == nullptr) smart_str_appends(&names, "none");
    return smart_str_extract(&names);
}

} // namespace uvstream::libraries
