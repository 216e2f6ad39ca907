#pragma once

#include "uvstream/base/deadline.h"
#include "uvstream/base/interest.h"
#include "uvstream/stream/state.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// One call of stream_select(), step by step as PHP's own takes them: what a script sees of it, its warnings and its
// exceptions included, depends on the order.
//
// A fatal error in user code (a stream_cast, an error handler) passes by the destructor: the arrays are the request's
// and go with it, and State::end_request() gives the memory back.
class Selection {
  public:
    enum Set { Read, Write, Except };
    static constexpr int kSets = 3;

    // The three arrays, by reference; null for one that was not passed. On PHP 8.6 the context, or null, says how
    // errors are reported: where there is one those of keep_ready(), else those of collect(); the others go by the
    // stream's own.
    Selection(zval* const (&arrays)[kSets], php_stream_context* context);
    ~Selection();
    Selection(const Selection&) = delete;
    Selection& operator=(const Selection&) = delete;

    // Finds the descriptors. Throws (and goes on) where an element is no open stream; warns of one without a
    // descriptor.
    void collect();
    bool has_descriptors() const { return has_descriptors_; }
    int highest_descriptor() const { return highest_; }

    // Streams with bytes in their read buffer are ready, and then they alone: the other arrays become empty. Returns
    // how many; 0 leaves everything as it is.
    int keep_buffered();

    // Waits. Returns 0 or an errno.
    int wait(base::Deadline deadline);

    // Leaves in each array what is ready. Returns the number of descriptors, as select(2) counts them.
    int keep_ready();

  private:
    void collect(Set set);
    void collect(Set set, uint32_t position, php_stream* stream);
    int cast_first(php_stream* stream) const;
    php_stream* fetch_stream(const zval* element) const;
    zval* element_at(Set set, uint32_t position) const;
    void copy_element(HashTable* into, Set set, uint32_t position) const;
    void replace(Set set, HashTable* with);
    int keep_ready(Set set);
    int count_met(Set set);
    size_t begin_of(Set set) const { return set == Read ? 0 : ends_[set - 1]; }
    bool is_left(size_t i, Set set) const;
    bool is_ready(const base::Interest& interest, Set set) const;

    zval* arrays_[kSets];
    zval held_[kSets]; // as they were: user code may change the variables meanwhile
    php_stream_context* const context_;
    SelectionMemory& memory_;
    base::DescriptorTable<Descriptor>& descriptors_;
    size_t ends_[kSets] = {};
    const int le_stream_, le_pstream_;
    int highest_ = 0;
    bool has_descriptors_ = false;
    bool may_have_buffered_ = false;
};

} // namespace uvstream::stream
