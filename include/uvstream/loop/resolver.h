#pragma once

#include <deque>
#include <string>

#include "uvstream/loop/event_loop.h"
#include "uvstream/loop/lookup.h"

namespace uvstream::loop {

// Names to addresses. Two look-ups run at a time, in threads; the rest wait here, in order. Where the system has no
// thread or no descriptors to give, a look-up is done at once by whoever asks, who waits for it, as in stock PHP.
class Resolver {
  public:
    static constexpr int kMostRunning = 2;

    explicit Resolver(EventLoop& loop) : loop_(loop) {}
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;
    ~Resolver();

    Lookup* start(std::string host, int socktype, Wakeup* waiter);
    void release(Lookup* lookup);

    // Whether anything is under way, abandoned look-ups included: then the loop must be turned by whoever waits.
    bool is_busy() const { return running_ > 0; }

    // Everybody who waited is gone (end of the request, fatal error).
    void abandon_all();

    // Starts what is queued, as far as there are slots.
    void run_queued();

    // In the child of a fork: no thread of the parent's came along. What somebody here still waits for is queued again,
    // for the child's own loop.
    void forget();

  private:
    bool run_in_thread(Lookup* lookup);
    void finish(Lookup* lookup);
    static void on_bell(uv_async_t* bell);
    void close_mailbox();

    EventLoop& loop_;
    std::deque<Lookup*> queued_;
    std::deque<Lookup*> held_;   // not released yet
    Mailbox* mailbox_ = nullptr; // there while anything runs
    int running_ = 0;
};

} // namespace uvstream::loop
