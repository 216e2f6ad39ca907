#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "uvstream/loop/failed_names.h"
#include "uvstream/loop/jobs.h"
#include "uvstream/loop/lookup.h"

namespace uvstream::loop {

// In microseconds; tests have others.
struct ResolverTimes {
    int64_t remembered = 1'000'000;     // a failure is the answer for so long
    int64_t failed_lately = 60'000'000; // a name that failed has fewer slots: longer than a dead one takes to fail
};

// Names to addresses. Each question is a job; who asks what is being asked already, the same host (in any case of
// letters) and type, shares the answer. Names that answer are not held up by names that do not: a name that failed
// lately shares two slots with its like.
class Resolver {
  public:
    explicit Resolver(Jobs& jobs, const ResolverTimes& times = {});
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    ~Resolver();

    // Done at once are numbers in a form that only the C library reads ("127.1"), and names that have just failed.
    // A question that is given back while a thread is at it is not asked twice: who asks it again meanwhile waits for
    // the same thread.
    Ticket* start(std::string host, int socktype, Wakeup* waiter);

    // For Question::leave().
    void leave(const Question& question, bool by_thread);

    // Questions without an answer yet.
    size_t in_flight() const { return under_way_.size(); }

  private:
    using Key = std::pair<std::string_view, int>; // host, type
    static Key key_of(const Question& question) { return {question.host, question.socktype}; }
    bool answer_at_once(Question& question) const;
    Job::Kind kind_of(const std::string& host) const;

    Jobs& jobs_;
    FailedNames failed_names_;
    std::map<Key, Question*> under_way_; // queued or running
};

} // namespace uvstream::loop
