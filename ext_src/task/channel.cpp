#include "uvstream/task/channel.h"

#include "uvstream/base/deadline.h"
#include "uvstream/task/task.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::task {

using base::Deadline;

namespace {

uint64_t number_of(const Body& body) { return body.task != nullptr ? body.task->number() : Channel::kMain; }

} // namespace

void Channel::grow() {
    const size_t room = room_ == 0 ? 4 : room_ * 2;
    auto* const values = static_cast<zval*>(safe_emalloc(room, sizeof(zval), 0));
    for (size_t i = 0; i < count_; ++i) ZVAL_COPY_VALUE(&values[i], &at(i));
    if (values_ != nullptr) efree(values_);
    values_ = values;
    room_ = room;
    begin_ = 0;
}

void Channel::push(zval* value) {
    if (count_ == room_) grow();
    ++count_;
    ZVAL_COPY_VALUE(&at(count_ - 1), value);
}

// One that a receiver was handed and could not take.
void Channel::push_first(zval* value) {
    if (sched::Strand* const receiver = receivers_.first()) {
        ZVAL_COPY_VALUE(&body_of(*receiver).handed, value);
        receivers_.wake_first();
        return;
    }
    if (count_ == room_) grow();
    ++count_;
    begin_ = (begin_ + room_ - 1) % room_;
    ZVAL_COPY_VALUE(&at(0), value);
}

// The next one: the buffer's, into which the first sender's comes, or that one's itself.
bool Channel::take(zval* value) {
    sched::Strand* const sender = senders_.first();
    if (count_ > 0) {
        ZVAL_COPY_VALUE(value, &at(0));
        begin_ = (begin_ + 1) % room_;
        --count_;
        if (sender == nullptr || count_ >= capacity_) return true;
        push(&body_of(*sender).handed);
        last_sender_ = number_of(body_of(*sender));
    } else if (sender != nullptr) {
        ZVAL_COPY_VALUE(value, &body_of(*sender).handed);
    } else {
        return false;
    }
    ZVAL_UNDEF(&body_of(*sender).handed);
    senders_.wake_first();
    return true;
}

// Where it can go at once: to the first who waits for one, or into the buffer.
bool Channel::put(const Body& sender, zval* value) {
    if (sched::Strand* const receiver = receivers_.first()) {
        ZVAL_COPY_VALUE(&body_of(*receiver).handed, value);
        receivers_.wake_first();
    } else if (count_ < capacity_) {
        push(value);
    } else {
        return false;
    }
    last_sender_ = number_of(sender);
    return true;
}

bool Channel::send(Body& sender, zval* value) {
    if (is_closed_) return zend::throw_channel_closed(true), false;
    zval copy;
    ZVAL_COPY_DEREF(&copy, value);
    if (put(sender, &copy)) return true;
    ZVAL_COPY_VALUE(&sender.handed, &copy);
    return wait_for_room(sender);
}

// Until somebody has taken what is in its Body.
bool Channel::wait_for_room(Body& sender) {
    sender.waits_for = {WaitsFor::Kind::Send, this};
    const sched::Woken woken = senders_.wait(sender.strand, Deadline::never());
    sender.waits_for = {};
    if (Z_TYPE(sender.handed) == IS_UNDEF) return EG(exception) == nullptr;
    zval value;
    ZVAL_COPY_VALUE(&value, &sender.handed);
    ZVAL_UNDEF(&sender.handed);
    zval_ptr_dtor(&value);
    fail(woken, true);
    return false;
}

// A wait has ended without a value.
void Channel::fail(sched::Woken woken, bool is_to_send) {
    if (EG(exception) != nullptr) return;
    if (woken == sched::Woken::Refused) {
        zend::throw_deadlock(nullptr);
    } else {
        zend::throw_channel_closed(is_to_send);
    }
}

bool Channel::receive(Body& receiver, zval* value, bool end_is_error) {
    if (take(value)) return last_receiver_ = number_of(receiver), true;
    sched::Woken woken = sched::Woken::Ready;
    if (!is_closed_) {
        receiver.waits_for = {WaitsFor::Kind::Receive, this};
        woken = receivers_.wait(receiver.strand, Deadline::never());
        receiver.waits_for = {};
    }
    if (Z_TYPE(receiver.handed) != IS_UNDEF) {
        ZVAL_COPY_VALUE(value, &receiver.handed);
        ZVAL_UNDEF(&receiver.handed);
        if (EG(exception) == nullptr) return last_receiver_ = number_of(receiver), true;
        push_first(value); // a signal's handler has thrown
        return false;
    }
    if (end_is_error || woken == sched::Woken::Refused) fail(woken, false);
    return false;
}

void Channel::close() {
    is_closed_ = true;
    senders_.wake_all();
    receivers_.wake_all();
}

void Channel::free_values() {
    while (count_ > 0) {
        --count_;
        zval_ptr_dtor(&at(count_));
    }
    if (values_ != nullptr) efree(values_);
    values_ = nullptr;
    room_ = 0;
}

void Channel::collect(zend_get_gc_buffer* buffer) const {
    for (size_t i = 0; i < count_; ++i)
        zend_get_gc_buffer_add_zval(buffer, const_cast<Channel*>(this)->values_ + (begin_ + i) % room_);
}

} // namespace uvstream::task
