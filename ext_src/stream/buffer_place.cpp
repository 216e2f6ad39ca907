#include "uvstream/stream/buffer_place.h"

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"

namespace uvstream::stream {

Turns* BufferPlace::its_turns() const { return descriptor(fd_of(stream_)).turns.get(); }

ssize_t BufferPlace::leave_it() const {
    state().scheduler.pass_on_reading(fd_of(stream_));
    return hand_out();
}

void BufferPlace::hide_unread() {
    Turns* const turns = state().scheduler.dispatcher().has_others() ? its_turns() : nullptr;
    if (turns == nullptr) return;
    set_aside(stream_, *turns);
    is_aside_ = true;
}

bool BufferPlace::before_wait() {
    if (is_filled()) return false;
    if (!state().scheduler.dispatcher().has_others()) return true;
    hide();
    const bool is_empty = is_stream_buffer_ && unread(stream_) == 0 && stream_->readbuf != nullptr;
    if (is_empty) state().spare_buffer.take_from(stream_);
    return true;
}

net::Window BufferPlace::find_again(net::Window before) {
    if (is_stream_buffer_ && stream_->readbuf == nullptr) state().spare_buffer.give_to(stream_, size_);
    if (is_aside_) look_again();
    if (is_filled()) return {before.data, 0};
    if (!is_stream_buffer_) return before;
    make_room(stream_, before.size);
    return {reinterpret_cast<char*>(stream_->readbuf) + stream_->writepos, before.size};
}

void BufferPlace::look_again() {
    is_aside_ = false;
    if (Turns* const turns = its_turns()) bring_back(stream_, *turns);
}

} // namespace uvstream::stream
