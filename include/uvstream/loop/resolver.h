#pragma once

#include <deque>
#include <string>

#include "uvstream/loop/event_loop.h"

namespace uvstream::loop {

// One look-up of a name. Made by Resolver::start(), given back by Resolver::release(), whatever its state: libuv may
// still be working on it then, and its callback frees it.
struct Lookup {
    uv_work_t request{};
    std::string host;
    int socktype = 0;
    Wakeup* waiter = nullptr;
    enum class State { Queued, Running, Done } state = State::Queued;
    bool is_abandoned = false;
    int status = 0; // of getaddrinfo(): 0 or an EAI_ code
    addrinfo* answer = nullptr;
};

// Names to addresses on libuv's thread pool. Two of its four threads are for look-ups; the rest wait here, in order: a
// queue of our own can be cancelled.
//
// getaddrinfo() as a request of ours, not uv_getaddrinfo(): libuv counts the latter's in a way that no fork resets, so
// that the child of a parent with two under way could never look up a name; and it rewrites names that are not ASCII,
// and replaces the C library's error codes.
class Resolver {
  public:
    static constexpr int kMostRunning = 2;

    explicit Resolver(EventLoop& loop) : loop_(loop) {}
    Resolver(const Resolver&) = delete;
    Resolver& operator=(const Resolver&) = delete;

    Lookup* start(std::string host, int socktype, Wakeup* waiter);
    void release(Lookup* lookup);

    // Whether anything is under way, abandoned look-ups included: then the loop must be turned by whoever waits.
    bool is_busy() const { return running_ > 0; }

    // Everybody who waited is gone (end of the request, fatal error).
    void abandon_all();

    // Starts what is queued, as far as there are slots.
    void run_queued();

    // In the child of a fork: no thread of the parent's pool came along. What somebody here still waits for is queued
    // again, for the child's own loop.
    void forget();

  private:
    void finish(Lookup* lookup);
    static void destroy(Lookup* lookup);
    static void work(uv_work_t* request);
    static void on_done(uv_work_t* request, int status);

    EventLoop& loop_;
    std::deque<Lookup*> queued_;
    std::deque<Lookup*> held_; // not released yet
    int running_ = 0;
};

} // namespace uvstream::loop
