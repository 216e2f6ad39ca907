#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/failed_names.h"
#include "uvstream/loop/lookup.h"
#include "uvstream/loop/mailbox.h"
#include "uvstream/loop/slots.h"

namespace uvstream::loop {

// In microseconds; tests have others.
struct ResolverTimes {
    int64_t slow = 1'000'000;           // a question that runs longer gives its slot to the next
    int64_t remembered = 1'000'000;     // a failure is the answer for so long
    int64_t failed_lately = 60'000'000; // a name that failed has fewer slots: longer than a dead one takes to fail
};

// Names to addresses. Each question is asked in a thread of its own; who asks what is being asked already, the same
// host (in any case of letters) and type, shares the answer. Where the system has no thread or no descriptors to give,
// a question is asked at once by whoever starts it, who waits for it, as in stock PHP.
//
// Names that answer are not held up by names that do not: each kind has slots of its own. A dead name that is asked for
// the first time cannot be told from the others: four of them hold these up for a second, then the next four, until
// sixteen run. A name that failed lately shares two slots with its like. There are at most 36 threads.
class Resolver {
  public:
    // How many of a kind run at once, not counting the slow ones, and counting them.
    static constexpr Slots::Limits kLocal{8, 16}; // "localhost" and what ends in ".localhost": mostly read from a file
    static constexpr Slots::Limits kOrdinary{4, 16};
    static constexpr Slots::Limits kFailed{2, 4};

    explicit Resolver(EventLoop& loop, const ResolverTimes& times = {});
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    ~Resolver();

    // Done at once are numbers in a form that only the C library reads ("127.1"), and names that have just failed.
    Lookup* start(std::string host, int socktype, Wakeup* waiter);

    // Gives a ticket back. A question that nobody waits for is dropped, or, if a thread is busy with it, left to that:
    // who asks it again meanwhile waits for the same thread.
    void release(Lookup* lookup);

    // Whether anything is under way, abandoned look-ups included: then the loop must be turned by whoever waits.
    bool is_busy() const { return mailbox_ != nullptr; }

    // Everybody who waited is gone (end of the request, fatal error); or all but one (in the child of a fork).
    void abandon_all(const Wakeup* but = nullptr);

    // One of those who wait is gone.
    void abandon(const Wakeup& waiter) {
        if (!under_way_.empty() || !done_.empty()) abandon_tickets_of(waiter);
    }

    // Starts what is queued, as far as there are slots. Costs next to nothing where there is nothing: each turn asks.
    void run_queued() {
        if (!under_way_.empty() || is_busy()) fill_slots();
    }

    // In the child of a fork: no thread of the parent's came along. What somebody here still waits for is queued again,
    // for the child's own loop.
    void forget();

  private:
    using Key = std::pair<std::string_view, int>; // host, type
    static Key key_of(const Question& question) { return {question.host, question.socktype}; }

    Question* add(std::string host, int socktype);
    bool answer_at_once(Question& question) const;
    Question::Kind kind_of(const std::string& host) const;
    Slots& slots_of(const Question& question) { return slots_[static_cast<int>(question.kind)]; }
    Questions& list_of(const Question& question);
    void move(Question* question, Question::State state, bool to_front = false);
    void run(Question* question);
    bool start_thread(Question* question);
    void finish(Question* question);
    void drop(Question* question);
    void fill_slots();
    void abandon_tickets_of(const Wakeup& waiter);
    template <class IsGone> void abandon_in_all(IsGone is_gone);
    template <class IsGone> void abandon(const Questions& questions, IsGone is_gone);
    void set_timer();
    static void on_bell(uv_async_t* bell);
    void close_mailbox();

    EventLoop& loop_;
    const int64_t slow_us_;
    FailedNames failed_names_;
    Slots slots_[3];                     // by Question::Kind
    Questions done_;                     // whose tickets have not all been given back
    std::map<Key, Question*> under_way_; // queued or running
    Mailbox* mailbox_ = nullptr;         // there while anything runs
    uv_timer_t* timer_ = nullptr;        // there only beside it: ends a turn when a slot becomes free by time alone
};

} // namespace uvstream::loop
