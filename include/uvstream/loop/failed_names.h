#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

#include "uvstream/base/deadline.h"

namespace uvstream::loop {

// Names whose look-up failed lately: the last kMost of them.
class FailedNames {
  public:
    static constexpr size_t kMost = 64;

    // How long a failure is the answer itself, and how long the name counts as one that fails.
    FailedNames(int64_t remembered_us, int64_t lately_us) : remembered_us_(remembered_us), lately_us_(lately_us) {}

    // What getaddrinfo() said of the name. 0 forgets it. What it said of the machine does not count.
    void note(const std::string& host, int status);

    // The EAI_ code that answers for the name; 0 when there is none, and the C library must be asked.
    int status_of(const std::string& host) const;

    // Whether it failed lately, if only because nobody answered.
    bool contains(const std::string& host) const;

  private:
    struct Failure {
        std::string host;
        int status;
        base::Deadline remembered_until, lately_until;
    };
    const Failure* find(const std::string& host) const;

    const int64_t remembered_us_, lately_us_;
    std::deque<Failure> failures_; // the oldest first
};

} // namespace uvstream::loop
