#include "uvstream/sched/ready_queue.h"

namespace uvstream::sched {

void ReadyQueue::push(Strand& strand) {
    if (strand.is_ready_) return;
    strand.is_ready_ = true;
    strand.next_ready_ = nullptr;
    strand.previous_ready_ = last_;
    (last_ != nullptr ? last_->next_ready_ : first_) = &strand;
    last_ = &strand;
    ++size_;
}

void ReadyQueue::remove(Strand& strand) {
    if (!strand.is_ready_) return;
    strand.is_ready_ = false;
    (strand.previous_ready_ != nullptr ? strand.previous_ready_->next_ready_ : first_) = strand.next_ready_;
    (strand.next_ready_ != nullptr ? strand.next_ready_->previous_ready_ : last_) = strand.previous_ready_;
    --size_;
}

// A strand that has slept among thousands is in no cache: its frames, then the strand itself of the one behind it.
void ReadyQueue::prefetch(const Strand* strand) {
#if defined(__GNUC__)
    constexpr int kLines = 16, kLine = 64;
    if (strand == nullptr) return;
    const auto* const memory = static_cast<const char*>(strand->hot_memory);
    for (int line = 0; memory != nullptr && line < kLines; ++line) __builtin_prefetch(memory + line * kLine);
    if (strand->next_ready_ != nullptr) __builtin_prefetch(strand->next_ready_);
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
    for (uint64_t steps = random_ % (size_ < kAmong ? size_ : kAmong); steps > 0; --steps) strand = strand->next_ready_;
    return strand;
}

} // namespace uvstream::sched
