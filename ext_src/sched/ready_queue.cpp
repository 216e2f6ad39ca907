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

namespace {

void fetch(const void* memory, size_t lines) {
#if defined(__GNUC__)
    constexpr size_t kLine = 64;
    if (memory == nullptr) return;
    for (size_t line = 0; line < lines; ++line) __builtin_prefetch(static_cast<const char*>(memory) + line * kLine);
#else
    (void)memory;
    (void)lines;
#endif
}

} // namespace

// What a strand needs when it runs on is in no cache if it has slept among thousands. So it is fetched while the one
// before it runs; and of the one behind it where that lies, without which its own turn could not fetch anything.
void ReadyQueue::prefetch(const Strand* strand) {
    constexpr size_t kFrames = 26; // from a switch within fread() up to the engine
    if (strand == nullptr) return;
    const HotMemory& hot = strand->hot;
    fetch(hot.stack, kFrames);
    fetch(strand->body, 2);
    for (const void* const place : hot.places) fetch(place, 2);
    fetch(hot.owner, 4);
    if (const Strand* const behind = strand->parking.next_ready) {
        fetch(behind, 1);
        fetch(&behind->hot, 1);
    }
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
