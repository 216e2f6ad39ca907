#include "uvstream/libraries/replaced_calls.h"

#include <cstring>
#include <iterator>
#include <mutex>

#include "uvstream/base/stay_loaded.h"
#include "uvstream/libraries/child_processes.h"
#include "uvstream/libraries/commands.h"
#include "uvstream/libraries/file_locks.h"
#include "uvstream/libraries/import_slots.h"
#include "uvstream/libraries/signal_waits.h"
#include "uvstream/libraries/system_v_ipc.h"

namespace uvstream::libraries {

namespace {

template <class Function> Import replace(const char* name, Function* ours, Function*& real) {
    return {name, reinterpret_cast<void*>(ours), reinterpret_cast<void**>(&real)};
}

// The one list of what is replaced.
const Import imports[] = {
    replace("flock", flock_parking, flock_real),
    replace("waitpid", waitpid_parking, waitpid_real),
    replace("wait4", wait4_parking, wait4_real),
    replace("wait3", wait3_parking, wait3_real),
    replace("wait", wait_parking, wait_real),
    replace("semop", semop_parking, semop_real),
    replace("msgrcv", msgrcv_parking, msgrcv_real),
    replace("msgsnd", msgsnd_parking, msgsnd_real),
#ifdef __linux__
    replace("popen", popen_parking, popen_real),
    replace("pclose", pclose_parking, pclose_real),
    replace("sigtimedwait", sigtimedwait_parking, sigtimedwait_real),
    replace("sigwaitinfo", sigwaitinfo_parking, sigwaitinfo_real),
#endif
};

// In whose C code. ("standard" is PHP itself, with all that is linked into it. Not in opcache's, which locks and waits
// for itself.)
const char* const modules[] = {"standard", "session", "pcntl", "sysvsem", "sysvmsg"};

// Any address in the module's code or constants; null where there is none of that name.
const void* find_module(const char* name) {
    const auto* const module =
        static_cast<const zend_module_entry*>(zend_hash_str_find_ptr(&module_registry, name, strlen(name)));
    return module != nullptr ? module->name : nullptr;
}

bool is_ours_anywhere(const Import& import) {
    for (const char* const name : modules) {
        const void* const module = find_module(name);
        if (module != nullptr && is_import_ours(module, import)) return true;
    }
    return false;
}

} // namespace

void replace_calls() {
    static std::mutex lock; // dl() may be called in several threads
    const std::lock_guard<std::mutex> guard(lock);
    for (const char* const name : modules) {
        if (const void* const module = find_module(name)) replace_imports(module, imports, std::size(imports));
    }
}

void restore_calls() {
    if (!restore_imports(imports, std::size(imports))) (void)base::stay_loaded();
}

zend_string* replaced_call_names() {
    smart_str names = {};
    for (const Import& import : imports) {
        if (!is_ours_anywhere(import)) continue;
        if (names.s != nullptr) smart_str_appends(&names, ", ");
        smart_str_appends(&names, import.name);
    }
    if (names.s == nullptr) smart_str_appends(&names, "none");
    return smart_str_extract(&names);
}

} // namespace uvstream::libraries
