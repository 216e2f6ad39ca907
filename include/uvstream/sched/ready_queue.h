#pragma once

#include <cstddef>
#include <cstdint>

#include "uvstream/sched/strand.h"

namespace uvstream::sched {

// Who was woken and has not run since, in that order. A strand is in it once, and leaves it when it runs or ends.
class ReadyQueue {
  public:
    // How many; the loop's turn ends when it is not 0.
    const size_t& size() const { return size_; }
    bool is_empty() const { return size_ == 0; }

    void push(Strand& strand);
    void remove(Strand& strand);

    // The next to run, out of the queue; null for none. What those behind it will touch is fetched meanwhile.
    Strand* pop();

    // From now on pop() takes any of them, as the seed has it: tests find what depends on the order.
    // 0: as they were woken.
    void shuffle(uint64_t seed) { random_ = seed; }

  private:
    static void prefetch(const Strand* strand);
    Strand* any();

    Strand* first_ = nullptr;
    Strand* last_ = nullptr;
    size_t size_ = 0;
    uint64_t random_ = 0; // 0: in order
};

} // namespace uvstream::sched
