#pragma once

#include <string>
#include <utility>

#include <netdb.h>

#include "uvstream/loop/job.h"

namespace uvstream::loop {

class Resolver;

// What getaddrinfo() is asked once, for all who wait for it.
struct Question : Job {
    Question(Resolver* its_resolver, Kind its, std::string its_host, int its_socktype)
        : Job(its), host(std::move(its_host)), socktype(its_socktype), resolver(its_resolver) {}
    ~Question() override;
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;

    // Asks the C library, and waits for it. With AI_NUMERICHOST in the flags it looks at the text alone.
    void ask(int flags = 0);

    void work() override { ask(); }
    void leave(bool by_thread) override;
    void renew() override { answer = nullptr; }
    const char* subject() const override { return host.c_str(); }

    const std::string host; // in lower case
    const int socktype;

    // Once it is done: what getaddrinfo() said, 0 or an EAI_ code, and the addresses. They are shared by all tickets,
    // and there until the last one is given back.
    int status = 0;
    addrinfo* answer = nullptr;

    Resolver* resolver; // null: gone
};

// What Resolver::start() has given the ticket of.
inline const Question& question_of(const Ticket& lookup) { return static_cast<const Question&>(*lookup.job); }

} // namespace uvstream::loop
