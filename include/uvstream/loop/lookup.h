#pragma once

#include <mutex>
#include <string>
#include <vector>

#include <netdb.h>
#include <pthread.h>
#include <uv.h>

#include "uvstream/loop/wakeup.h"

namespace uvstream::loop {

class Mailbox;

// One look-up of a name. Made by Resolver::start(), given back by Resolver::release(), whatever its state: a thread may
// still be working on it then, and it is freed when that is done.
struct Lookup {
    std::string host;
    int socktype = 0;
    Wakeup* waiter = nullptr;
    enum class State { Queued, Running, Done } state = State::Queued;
    bool is_abandoned = false;
    int status = 0; // of getaddrinfo(): 0 or an EAI_ code
    addrinfo* answer = nullptr;

    pthread_t thread{};
    Mailbox* mailbox = nullptr;

    ~Lookup();

    // Asks the C library, and waits for it.
    void run();
};

// Where the threads of look-ups put what they have done, one thread for each, and how they end a turn of the loop: by
// an uv_async_t, the bell.
//
// Threads of our own, not libuv's pool: libuv aborts the process when the system has no thread to give, keeps the
// threads for good, and joins them when the process ends, however long getaddrinfo() takes.
class Mailbox {
  public:
    Mailbox(uv_loop_t* loop, uv_async_cb on_bell, void* owner);
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // Starts a thread for the look-up. False when there is none to be had.
    bool start(Lookup* lookup);

    // What has been done since; its threads have ended.
    std::vector<Lookup*> take();

    // No more is taken. Look-ups under way are left to their threads, and this to the last of them.
    void close();

  private:
    ~Mailbox() = default;
    void put(Lookup* lookup);
    static void* work(void* given);

    std::mutex mutex_;
    uv_async_t* bell_; // null: closed
    std::vector<Lookup*> running_;
    std::vector<Lookup*> done_;
};

} // namespace uvstream::loop
