#pragma once

#include <cstdint>

#include "uvstream/sched/strand_line.h"
#include "uvstream/task/body.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::task {

// Uvstream\Channel. A value is always somewhere: in its sender's Body, until it is taken; in the buffer; in the Body of
// the receiver that it was handed to. Who comes in between gets nothing of it.
class Channel {
  public:
    explicit Channel(uint32_t handle) : handle_(handle) {}
    bool is_constructed() const { return capacity_ != kNotConstructed; }
    void construct(zend_long capacity) { capacity_ = static_cast<size_t>(capacity); }

    // Copies the value. False, with an exception thrown: it was not sent.
    bool send(Body& sender, zval* value);

    // False, with an exception thrown: nothing was taken. `end_is_error` false: closed and empty throws nothing.
    bool receive(Body& receiver, zval* value, bool end_is_error = true);

    void close();
    bool is_closed() const { return is_closed_; }
    size_t count() const { return count_; }

    uint32_t handle() const { return handle_; }

    // Who has sent, and received, last: of a channel that is a mutex, or a pool, the one that has it, or its last one.
    // A task's number, or one of these.
    static constexpr uint64_t kMain = 0, kNobody = UINT64_MAX;
    uint64_t last_sender() const { return last_sender_; }
    uint64_t last_receiver() const { return last_receiver_; }

    void free_values();
    void collect(zend_get_gc_buffer* buffer) const;

  private:
    void push(zval* value);
    void push_first(zval* value);
    bool take(zval* value);
    bool put(const Body& sender, zval* value);
    bool wait_for_room(Body& sender);
    static void fail(sched::Woken woken, bool is_to_send);
    void grow();
    zval& at(size_t place) { return values_[(begin_ + place) % room_]; }

    zval* values_ = nullptr; // a ring
    size_t room_ = 0, begin_ = 0, count_ = 0;
    static constexpr size_t kNotConstructed = SIZE_MAX;
    size_t capacity_ = kNotConstructed;
    sched::StrandLine senders_, receivers_;
    uint64_t last_sender_ = kNobody, last_receiver_ = kNobody;
    uint32_t handle_;
    bool is_closed_ = false;
};

} // namespace uvstream::task
