#include "uvstream/sched/ready_queue.h"

namespace uvstream::sched {

void ReadyQueue::push(Strand& strand) {
    if (strand.parking.is_ready) return;
    strand.parking.is_ready = true;
    strand.parking.next_ready = nullptr;
    strand.parking.previous_ready = last_;
    (last_ != nullptr ? last_->parking.next_ready : first_) = &strand;
    last_ = &strand;
    ++size_;
}

void ReadyQueue::remove(Strand& strand) {
    if (!strand.parking.is_ready) return;
    strand.parking.is_ready = false;
    (strand.parking.previous_ready != nullptr ? strand.parking.previous_ready->parking.next_ready : first_) =
        strand.parking.next_ready;
    (strand.parking.next_ready != nullptr ? strand.parking.next_ready->parking.previous_ready : last_) =
        strand.parking.previous_ready;
    --size_;
}

// What a strand needs when it runs on is in no cache if it has slept among thousands. So, while the one before it runs,
// its frames are fetched, and of the one behind it the Strand, without which its own turn could not fetch anything.
void ReadyQueue::prefetch(const Strand* strand) {
#if defined(__GNUC__)
    constexpr size_t kSize = 1024, kLine = 64;
    if (strand == nullptr) return;
    const auto* const memory = static_cast<const char*>(strand->hot_memory);
    for (size_t at = 0; memory != nullptr && at < kSize; at += kLine) __builtin_prefetch(memory + at);
    if (strand->parking.next_ready != nullptr) __builtin_prefetch(strand->parking.next_ready);
#else
    (void)strand;
#endif
}

Strand* ReadyQueue::pop() {
    Strand* const strand = random_ == 0 ? first_ : any();
    if (strand == nullptr) return nullptr;
    remove(*strand);
    prefetch(first_);
    return strand;
}

// Of the first few, so that nobody waits for ever.
Strand* ReadyQueue::any() {
    constexpr uint64_t kAmong = 16;
    random_ ^= random_ << 13; // (xorshift: never 0)
    random_ ^= random_ >> 7;
    random_ ^= random_ << 17;
    Strand* strand = first_;
    if (size_ == 0) return nullptr;
    for (uint64_t steps = random_ % (size_ < kAmong ? size_ : kAmong); steps > 0; --steps)
        strand = strand->parking.next_ready;
    return strand;
}

} // namespace uvstream::sched
