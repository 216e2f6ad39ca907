#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "uvstream/sched/strand.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

struct StrandNotes;

// A stream that somebody uses, or that is closed already and not freed yet.
struct UsedStream {
    php_stream* stream = nullptr;      // null once PHP has freed it all the same: its users only take themselves off
    zend_resource* resource = nullptr; // referenced; null for a stream that no script has, or has any more
    zend_resource* keeper = nullptr;   // of a closing one: a resource younger than the stream's. At the request's end
                                       // PHP frees the youngest first, and so has us free the stream before it would
    StrandNotes* listed_in = nullptr;  // whose `to_free` has it
    UsedStream* next = nullptr;        // in its bucket, or among those to be used again
    uint32_t users = 0;                // sets that have it
    uint32_t guards = 0;               // those of them that keep php_stream_free() off it
    uint8_t in_free = 0;               // as it was before the first of these guards
    bool is_closing = false;
    bool was_closed = false;     // its resource is gone already, without the stream
    bool is_being_freed = false; // by PHP, which waits for the users to leave: await_other_users()
    bool have_others_left = false;
    uint32_t closers_uses = 0;       // among the users, those of the strand that waits
    sched::Strand* closer = nullptr; // which is this one

    // PHP has freed it by a way that told nobody: a plain file that is closed once more before the safe point.
    bool is_freed() const { return users == 0 && !was_closed && resource != nullptr && resource->ptr == nullptr; }
};

// The streams that one wait, or the user code within one, uses. It belongs to a strand's notes while it is raised.
struct UseSet {
    struct Use {
        UsedStream* its;
        bool is_guarded;
    };
    std::vector<Use> streams;
    bool has_owner_buffered_data = false; // as the call says that reads from the owner, for no other one
    UseSet* next = nullptr;               // of the same strand, an older one; or among those to be used again
};

// All of a thread's, by stream: a hash table, of which both kinds of parts stay where they are and are used again.
class UsedStreams {
  public:
    // Null for a stream that nobody uses and that is not closing.
    UsedStream* find(const php_stream* stream);

    // The same by what a script still has of one that is closed, and that C code goes on with. (Looks at all.)
    UsedStream* find_closed(const zend_resource* resource) const;

    // Of a stream that find() does not know.
    UsedStream& add(php_stream* stream);

    // It is used again once its users have left, who find it without a stream.
    void remove(UsedStream& its);
    // By the last user of one that was removed.
    void give_back(UsedStream& its);

    UseSet& take_set();
    void give_back(UseSet& set);

    // After the request: what a fatal error has left.
    void clear();

  private:
    // Each wait looks for a stream that is not there yet: it is not to come upon others, which have long left the
    // cache.
    static constexpr size_t kBucketsEach = 4;

    UsedStream*& bucket_of(const php_stream* stream);
    void grow();

    std::vector<UsedStream*> buckets_; // a power of two of them, or none yet
    size_t size_ = 0;
    std::vector<std::unique_ptr<UsedStream>> all_;
    std::vector<std::unique_ptr<UseSet>> all_sets_;
    UsedStream* free_ = nullptr;
    UseSet* free_sets_ = nullptr;
};

} // namespace uvstream::stream
