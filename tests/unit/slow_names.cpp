#include "slow_names.h"

#include <chrono>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <set>
#include <string>

#include <dlfcn.h>
#include <netdb.h>

namespace {
std::mutex mutex;
std::condition_variable changed;
bool is_open = true;
int held = 0;
std::multiset<std::string> all_asked;
} // namespace

namespace slow_names {

void close_gate() {
    std::lock_guard<std::mutex> lock(mutex);
    is_open = false;
}

void open_gate() {
    std::lock_guard<std::mutex> lock(mutex);
    is_open = true;
    changed.notify_all();
}

bool await_held(int count) {
    std::unique_lock<std::mutex> lock(mutex);
    return changed.wait_for(lock, std::chrono::seconds(10), [count] { return held >= count; });
}

int asked(const char* name) {
    std::lock_guard<std::mutex> lock(mutex);
    return static_cast<int>(all_asked.count(name));
}

} // namespace slow_names

extern "C" int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** answer) {
    using Real = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto real = reinterpret_cast<Real>(dlsym(RTLD_NEXT, "getaddrinfo"));
    const auto begins = [node](const char* with) { return node != nullptr && strncmp(node, with, 4) == 0; };
    if (!begins("slow") && !begins("dead") && !begins("gone")) return real(node, service, hints, answer);
    std::unique_lock<std::mutex> lock(mutex);
    all_asked.insert(node);
    if (begins("gone")) return EAI_NONAME;
    ++held;
    changed.notify_all();
    changed.wait(lock, [] { return is_open; });
    --held;
    lock.unlock();
    return begins("dead") ? EAI_AGAIN : real("127.0.0.1", service, hints, answer);
}
