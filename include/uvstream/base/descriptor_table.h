#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace uvstream::base {

// What somebody remembers for each descriptor: an array by its number. An entry stays where it is for as long as the
// table lives, so that an operation looks it up once, whatever it waits for; its content is the owner's to reset when
// the number becomes another descriptor's. Not for several threads.
template <class Entry> class DescriptorTable {
  public:
    // `fd` is not negative.
    Entry& at(int fd) {
        const auto number = static_cast<unsigned>(fd);
        if (number / kPerChunk >= chunks_.size()) grow(number / kPerChunk);
        return chunks_[number / kPerChunk][number % kPerChunk];
    }

    // Null where neither it nor a higher one was ever asked for.
    Entry* find(int fd) {
        const auto number = static_cast<unsigned>(fd);
        return number / kPerChunk < chunks_.size() ? &chunks_[number / kPerChunk][number % kPerChunk] : nullptr;
    }

    // Calls visit(fd, entry) with every entry.
    template <class Visit> void for_each(Visit visit) {
        for (size_t chunk = 0; chunk < chunks_.size(); ++chunk) {
            for (size_t i = 0; i < kPerChunk; ++i) visit(static_cast<int>(chunk * kPerChunk + i), chunks_[chunk][i]);
        }
    }

  private:
    static constexpr size_t kPerChunk = 64;

    [[gnu::noinline]] void grow(size_t chunk) { // (or at() would save registers for it each time)
        while (chunks_.size() <= chunk) chunks_.push_back(std::make_unique<Entry[]>(kPerChunk));
    }

    std::vector<std::unique_ptr<Entry[]>> chunks_;
};

} // namespace uvstream::base
