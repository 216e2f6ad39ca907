#pragma once

#include <list>
#include <string>
#include <utility>

#include <netdb.h>
#include <pthread.h>

#include "uvstream/base/deadline.h"
#include "uvstream/loop/wakeup.h"

namespace uvstream::loop {

class Mailbox;
struct Question;

// The ticket of one who waits for a name's addresses. Made by Resolver::start(), given back by Resolver::release(),
// whatever has become of the question.
struct Lookup {
    Question* question = nullptr;
    Wakeup* waiter = nullptr;
    std::list<Lookup*>::iterator place; // among the question's tickets

    bool is_done() const;

    // Once it is done: what getaddrinfo() said, 0 or an EAI_ code, and the addresses. They are shared by all tickets of
    // the question, and there until this one is given back.
    int status() const;
    const addrinfo* answer() const;
};

// What the C library is asked once, for all who wait for it. It belongs to the resolver. While a thread runs it, that
// thread uses what stands before `kind`, and the resolver only the rest.
struct Question {
    Question(std::string its_host, int its_socktype) : host(std::move(its_host)), socktype(its_socktype) {}
    Question(const Question&) = delete;
    Question& operator=(const Question&) = delete;
    ~Question();

    // Asks the C library, and waits for it. With AI_NUMERICHOST in the flags it looks at the text alone.
    void ask(int flags = 0);

    const std::string host; // in lower case
    const int socktype;
    int status = 0;
    addrinfo* answer = nullptr;
    Mailbox* mailbox = nullptr;
    pthread_t thread{};

    // For whose slots it waits.
    enum class Kind { Local, Ordinary, Failed } kind = Kind::Ordinary;
    enum class State { Queued, Running, Done } state = State::Queued;
    base::Deadline slow_from = base::Deadline::never(); // while it runs
    std::list<Lookup*> tickets;                         // none: it runs, and nobody waits for it any more
    std::list<Question*>::iterator place;               // in the list of its state
};

inline bool Lookup::is_done() const { return question->state == Question::State::Done; }
inline int Lookup::status() const { return question->status; }
inline const addrinfo* Lookup::answer() const { return question->answer; }

} // namespace uvstream::loop
