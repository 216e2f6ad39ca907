#pragma once

#include <mutex>
#include <vector>

#include <uv.h>

#include "uvstream/loop/lookup.h"

namespace uvstream::loop {

// Where the threads that ask the C library put what they have done, one thread for each question, and how they end a
// turn of the loop: by an uv_async_t, the bell.
//
// Threads of our own, not libuv's pool: libuv aborts the process when the system has no thread to give, keeps the
// threads for good, and joins them when the process ends, however long getaddrinfo() takes.
class Mailbox {
  public:
    Mailbox(uv_loop_t* loop, uv_async_cb on_bell, void* owner);
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // Starts a thread for the question. False when there is none to be had.
    bool start(Question* question);

    // What has been done since; its threads have ended.
    std::vector<Question*> take();

    // No more is taken. Questions under way are left to their threads, and this to the last of them.
    void close();

  private:
    ~Mailbox() = default;
    void put(Question* question);
    static void* work(void* given);

    std::mutex mutex_;
    uv_async_t* bell_; // null: closed
    std::vector<Question*> running_;
    std::vector<Question*> done_;
};

} // namespace uvstream::loop
