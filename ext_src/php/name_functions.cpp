#include "uvstream/php/name_functions.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include <arpa/inet.h>
#include <netdb.h>

#include "uvstream/loop/job.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/job_wait.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::php {

namespace {

using loop::Job;

// gethostbyname(3) as PHP calls it: the order of what it finds, and its duplicates, are that function's own.
struct HostByName : Job {
    explicit HostByName(const zend_string* its_name)
        : Job(Kind::Call), name(ZSTR_VAL(its_name)), memory(static_cast<char*>(malloc(size))) {}
    ~HostByName() override { free(memory); }
    HostByName(const HostByName&) = delete;
    HostByName& operator=(const HostByName&) = delete;

    void work() override {
#ifdef HAVE_FUNC_GETHOSTBYNAME_R_6
        int ignored, status;
        while ((status = gethostbyname_r(name.c_str(), &entry, memory, size, &found, &ignored)) != 0 &&
               errno == ERANGE) {
            size *= 2;
            memory = static_cast<char*>(realloc(memory, size));
        }
        if (status != 0) found = nullptr;
#endif
    }
    const char* subject() const override { return name.c_str(); }
    void renew() override {
        memory = static_cast<char*>(malloc(size)); // the other one may be half given back
        found = nullptr;
    }

    const std::string name;
    hostent* found = nullptr;
    hostent entry{};
    size_t size = 1024;
    char* memory;
};

// getnameinfo(3) of an address.
struct HostByAddress : Job {
    HostByAddress() : Job(Kind::Call) {}

    // False where the text is none.
    bool parse(const char* text) {
        auto* const v6 = reinterpret_cast<sockaddr_in6*>(&address);
        auto* const v4 = reinterpret_cast<sockaddr_in*>(&address);
        const bool is_v6 = inet_pton(AF_INET6, text, &v6->sin6_addr) == 1;
        address.ss_family = is_v6 ? AF_INET6 : AF_INET;
        size = is_v6 ? sizeof(*v6) : sizeof(*v4);
        return is_v6 || inet_pton(AF_INET, text, &v4->sin_addr) == 1;
    }
    void work() override {
        has_found =
            getnameinfo(reinterpret_cast<sockaddr*>(&address), size, name, sizeof(name), nullptr, 0, NI_NAMEREQD) == 0;
    }

    char name[NI_MAXHOST] = {};
    bool has_found = false;
    sockaddr_storage address{};
    socklen_t size = 0;
};

// The one argument, as the text that PHP's function takes it for; it stays converted, so that that one does not warn
// of it a second time. Null: PHP's function is to do it all, or has thrown.
zend_string* ask_for(zend_execute_data* execute_data) {
    zend_string* text = nullptr;
    if (stream::state().scheduler.may_block()) return nullptr;
    return zend_parse_parameters(ZEND_NUM_ARGS(), "P", &text) == SUCCESS ? text : nullptr;
}

// Whether a server may have to be asked for it. (What is too long PHP's functions refuse.)
bool is_name(const zend_string* text) {
    constexpr size_t kLongest = 255;
    in_addr ignored;
#ifndef HAVE_FUNC_GETHOSTBYNAME_R_6
    return false;
#endif
    return ZSTR_LEN(text) <= kLongest && inet_aton(ZSTR_VAL(text), &ignored) == 0;
}

void add(zval* list, const char* address) {
    char text[INET_ADDRSTRLEN];
    add_next_index_string(list, inet_ntop(AF_INET, address, text, sizeof(text)));
}

} // namespace

PHP_FUNCTION(gethostbyname) {
    zend_string* const name = ask_for(execute_data);
    if (EG(exception)) RETURN_THROWS();
    if (name == nullptr || !is_name(name)) {
        return previous_handler<ZEND_FN(gethostbyname)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    const stream::Waits waits(nullptr);
    sched::wait_for_job(waits.waiter(), new HostByName(name), [&](const HostByName& job) {
        char text[INET_ADDRSTRLEN];
        const bool has_found = job.found != nullptr && job.found->h_addr_list[0] != nullptr;
        if (!has_found) RETURN_STR_COPY(name);
        RETURN_STRING(inet_ntop(AF_INET, job.found->h_addr_list[0], text, sizeof(text)));
    });
}

PHP_FUNCTION(gethostbynamel) {
    zend_string* const name = ask_for(execute_data);
    if (EG(exception)) RETURN_THROWS();
    if (name == nullptr || !is_name(name)) {
        return previous_handler<ZEND_FN(gethostbynamel)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    const stream::Waits waits(nullptr);
    sched::wait_for_job(waits.waiter(), new HostByName(name), [&](const HostByName& job) {
        if (job.found == nullptr) RETURN_FALSE;
        array_init(return_value);
        for (char** address = job.found->h_addr_list; *address != nullptr; ++address) add(return_value, *address);
    });
}

PHP_FUNCTION(gethostbyaddr) {
    zend_string* const address = ask_for(execute_data);
    if (EG(exception)) RETURN_THROWS();
    HostByAddress* const job = address != nullptr ? new HostByAddress : nullptr;
    if (job == nullptr || !job->parse(ZSTR_VAL(address))) {
        delete job;
        return previous_handler<ZEND_FN(gethostbyaddr)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    const stream::Waits waits(nullptr);
    sched::wait_for_job(waits.waiter(), job, [&](const HostByAddress& done) {
        if (!done.has_found) RETURN_STR_COPY(address);
        RETURN_STRING(done.name);
    });
}

} // namespace uvstream::php
