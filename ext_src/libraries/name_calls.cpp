#include "uvstream/libraries/name_calls.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include <arpa/inet.h>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/loop/job.h"
#include "uvstream/sched/job_wait.h"

namespace uvstream::libraries {

using loop::Job;

int (*getaddrinfo_real)(const char* host, const char* service, const addrinfo* hints, addrinfo** answer) = nullptr;
int (*getnameinfo_real)(const sockaddr* address, socklen_t length, char* host, socklen_t host_size, char* service,
                        socklen_t service_size, int flags) = nullptr;
int (*gethostbyname_r_real)(const char* name, hostent* entry, char* memory, size_t size, hostent** found,
                            int* error) = nullptr;

namespace {

struct OptionalText {
    explicit OptionalText(const char* its) : is_there(its != nullptr), text(is_there ? its : "") {}
    const char* get() const { return is_there ? text.c_str() : nullptr; }
    const bool is_there;
    const std::string text;
};

struct Addresses : Job {
    Addresses(const char* its_host, const char* its_service, const addrinfo* its_hints)
        : Job(Kind::Call), host(its_host), service(its_service), has_hints(its_hints != nullptr) {
        if (has_hints) hints = *its_hints;
    }
    ~Addresses() override {
        if (answer != nullptr) freeaddrinfo(answer);
    }
    Addresses(const Addresses&) = delete;
    Addresses& operator=(const Addresses&) = delete;

    void work() override {
        status = getaddrinfo_real(host.get(), service.get(), has_hints ? &hints : nullptr, &answer);
        error = errno;
    }
    const char* subject() const override { return host.get(); }
    void renew() override { answer = nullptr; } // it may be half made

    const OptionalText host, service;
    const bool has_hints;
    addrinfo hints{};
    addrinfo* answer = nullptr;
    int status = EAI_AGAIN, error = 0;
};

struct Name : Job {
    Name(const sockaddr* its_address, socklen_t its_length, int its_flags)
        : Job(Kind::Call), length(its_length), flags(its_flags) {
        memcpy(&address, its_address, its_length);
    }
    void work() override {
        const auto* const its = reinterpret_cast<const sockaddr*>(&address);
        status = getnameinfo_real(its, length, host, sizeof(host), service, sizeof(service), flags);
        error = errno;
    }
    sockaddr_storage address{};
    const socklen_t length;
    const int flags;
    char host[NI_MAXHOST] = {}, service[NI_MAXSERV] = {};
    int status = EAI_AGAIN, error = 0;
};

// False where there is no room.
bool copy(const char* text, char* to, socklen_t size) {
    if (to == nullptr || size == 0) return true;
    if (strlen(text) >= size) return false;
    strcpy(to, text);
    return true;
}

// In memory of its own, as much as it takes.
struct Host : Job {
    explicit Host(const char* its_name) : Job(Kind::Call), name(its_name) {}
    ~Host() override { free(memory); }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    void work() override {
        for (size_t size = 1024;; size *= 2) {
            memory = static_cast<char*>(malloc(size));
            status = gethostbyname_r_real(name.c_str(), &entry, memory, size, &found, &host_error);
            error = errno;
            if (status != ERANGE) return;
            free(std::exchange(memory, nullptr));
        }
    }
    void renew() override { memory = nullptr; } // it may be freed already

    const char* subject() const override { return name.c_str(); }

    const std::string name;
    char* memory = nullptr;
    hostent entry{};
    hostent* found = nullptr;
    int status = -1, error = 0, host_error = 0;
};

bool is_number(const char* host) {
    unsigned char ignored[sizeof(in6_addr)];
    in_addr v4;
    return inet_aton(host, &v4) != 0 || inet_pton(AF_INET6, host, ignored) == 1;
}

} // namespace

int getaddrinfo_parking(const char* host, const char* service, const addrinfo* hints, addrinfo** answer) {
    CallingThread* const thread = CallingThread::to_park_in();
    const bool is_asked = host != nullptr && (hints == nullptr || (hints->ai_flags & AI_NUMERICHOST) == 0);
    if (thread == nullptr || !is_asked || is_number(host)) return getaddrinfo_real(host, service, hints, answer);
    int status = EAI_AGAIN, error = 0;
    auto* const job = new Addresses(host, service, hints);
    sched::wait_for_job(thread->scheduler.current(), job, [&](Addresses& done) {
        status = done.status;
        error = done.error;
        if (status == 0) *answer = std::exchange(done.answer, nullptr);
    });
    errno = error;
    return status;
}

// NOLINTNEXTLINE(readability-function-size): the C library's own
int getnameinfo_parking(const sockaddr* address, socklen_t length, char* host, socklen_t host_size, char* service,
                        socklen_t service_size, int flags) {
    CallingThread* const thread = CallingThread::to_park_in();
    const bool is_asked = (flags & NI_NUMERICHOST) == 0 && length <= sizeof(sockaddr_storage);
    if (thread == nullptr || !is_asked) {
        return getnameinfo_real(address, length, host, host_size, service, service_size, flags);
    }
    int status = EAI_AGAIN, error = 0;
    auto* const job = new Name(address, length, flags);
    sched::wait_for_job(thread->scheduler.current(), job, [&](const Name& done) {
        status = done.status;
        error = done.error;
        const bool has_room = copy(done.host, host, host_size) && copy(done.service, service, service_size);
        if (status == 0 && !has_room) status = EAI_OVERFLOW;
    });
    errno = error;
    return status;
}

hostent* FoundHost::keep(const hostent& entry, char* memory) {
    clear();
    entry_ = entry;
    memory_ = memory;
    return &entry_;
}

void FoundHost::clear() { free(std::exchange(memory_, nullptr)); }

int gethostbyname_r_parking(const char* name, hostent* entry, char* memory, size_t size, hostent** found, int* error) {
    CallingThread* const thread = CallingThread::to_park_in();
    if (thread == nullptr || is_number(name)) return gethostbyname_r_real(name, entry, memory, size, found, error);
    // What ext/sockets makes EINPROGRESS of, of which it does not warn: of a strand that ends an exception says more.
    h_errno = *error = -10000 - EINPROGRESS;
    *found = nullptr;
    int status = EAGAIN, its_errno = EAGAIN; // not ERANGE, of which PHP asks again
    sched::wait_for_job(thread->scheduler.current(), new Host(name), [&](Host& done) {
        status = done.status;
        its_errno = done.error;
        h_errno = *error = done.host_error;
        if (status != 0 || done.found == nullptr) return;
        *found = thread->found_host.keep(done.entry, std::exchange(done.memory, nullptr));
    });
    errno = its_errno;
    return status;
}

} // namespace uvstream::libraries
