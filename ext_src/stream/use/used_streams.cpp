#include "uvstream/stream/use/used_streams.h"

#include <algorithm>
#include <utility>

namespace uvstream::stream {

namespace {

// One of those that were given back, or a new one.
template <class Part> Part& take_part(Part*& free, std::vector<std::unique_ptr<Part>>& all) {
    if (free == nullptr) return *all.emplace_back(std::make_unique<Part>());
    Part& part = *free;
    free = std::exchange(part.next, nullptr);
    return part;
}

} // namespace

UsedStream* UsedStreams::find(const php_stream* stream) {
    if (size_ == 0) return nullptr;
    UsedStream* its = bucket_of(stream);
    while (its != nullptr && its->stream != stream) its = its->next;
    return its;
}

UsedStream* UsedStreams::find_closed(const zend_resource* resource) const {
    const auto is_its = [&](const auto& its) { return its->stream != nullptr && its->resource == resource; };
    const auto at = std::find_if(all_.begin(), all_.end(), is_its);
    return at != all_.end() && (*at)->was_closed ? at->get() : nullptr;
}

UsedStream& UsedStreams::add(php_stream* stream) {
    if (size_ * kBucketsEach >= buckets_.size()) grow();
    UsedStream& its = take_part(free_, all_);
    its.stream = stream;
    UsedStream*& bucket = bucket_of(stream);
    its.next = std::exchange(bucket, &its);
    ++size_;
    return its;
}

void UsedStreams::remove(UsedStream& its) {
    UsedStream** link = &bucket_of(its.stream);
    while (*link != &its) link = &(*link)->next;
    *link = its.next;
    --size_;
    its.stream = nullptr;
    its.resource = nullptr;
    if (its.users == 0) give_back(its);
}

void UsedStreams::give_back(UsedStream& its) {
    its = {};
    its.next = std::exchange(free_, &its);
}

UseSet& UsedStreams::take_set() { return take_part(free_sets_, all_sets_); }

void UsedStreams::give_back(UseSet& set) {
    set.streams.clear();
    set.next = std::exchange(free_sets_, &set);
}

void UsedStreams::clear() {
    for (UsedStream*& bucket : buckets_) bucket = nullptr;
    size_ = 0;
    free_ = nullptr;
    for (const auto& its : all_) give_back(*its);
    free_sets_ = nullptr;
    for (const auto& set : all_sets_) give_back(*set);
}

// Multiplied by the golden ratio, of which the upper bits are the even ones: streams lie at regular distances.
UsedStream*& UsedStreams::bucket_of(const php_stream* stream) {
    const uint64_t product = reinterpret_cast<uintptr_t>(stream) * UINT64_C(0x9E3779B97F4A7C15);
    return buckets_[static_cast<size_t>(product >> 32) & (buckets_.size() - 1)];
}

void UsedStreams::grow() {
    const std::vector<UsedStream*> before = std::exchange(buckets_, {});
    buckets_.resize(before.empty() ? 16 : before.size() * 2);
    for (UsedStream* its : before) {
        while (its != nullptr) {
            UsedStream* const after = its->next;
            its->next = std::exchange(bucket_of(its->stream), its);
            its = after;
        }
    }
}

} // namespace uvstream::stream
