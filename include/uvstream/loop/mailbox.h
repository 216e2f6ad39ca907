#pragma once

#include <mutex>
#include <vector>

#include <uv.h>

#include "uvstream/loop/job.h"

namespace uvstream::loop {

// Where the threads of jobs, one for each, put what they have done, and how they end a turn of the loop: by an
// uv_async_t, the bell.
//
// Threads of our own, not libuv's pool: libuv aborts the process when the system has no thread to give, keeps the
// threads for good, and joins them when the process ends, however long getaddrinfo() takes.
class Mailbox {
  public:
    Mailbox(uv_loop_t* loop, uv_async_cb on_bell, void* owner);
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // Starts a thread for it. False when there is none to be had.
    bool start(Job* job);

    // What has been done since; its threads have ended.
    std::vector<Job*> take();

    // No more is taken. Jobs under way are left to their threads, and this to the last of them.
    void close();

  private:
    ~Mailbox() = default;
    void put(Job* job);
    static void* work(void* given);

    std::mutex mutex_;
    uv_async_t* bell_; // null: closed
    std::vector<Job*> running_;
    std::vector<Job*> done_;
};

} // namespace uvstream::loop
