#pragma once

#include "uvstream/net/transfer.h"
#include "uvstream/stream/read_buffer.h"
#include "uvstream/stream/use/taking.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The stream layer hands a read the free end of the stream's own buffer, and is not re-entrant: a signal handler or
// another strand that read from this stream during the wait has moved that end, or has left bytes that the caller is to
// look at first. What is in it is set aside while others run, and an empty one is given back. Made before anything that
// lets others run.
class BufferPlace {
  public:
    BufferPlace(php_stream* stream, char* buffer, size_t count)
        : stream_(stream), given_{buffer, count}, is_stream_buffer_(is_free_end(stream, buffer, count)),
          unread_(unread(stream)), size_(stream->readbuflen) {
        if (Taking* const taking = taking_from(stream)) keep_taken(*taking);
    }
    ~BufferPlace() {
        if (is_aside_) look_again();
        if (Taking* const taking = taking_from(stream_)) begin_piece(*taking);
    }
    BufferPlace(const BufferPlace&) = delete;
    BufferPlace& operator=(const BufferPlace&) = delete;

    // Whether others have left something that the caller is to look at, rather than to read.
    bool is_filled() const { return unread(stream_) > unread_; }

    // The caller looks; or is given it, where it reads past the buffer.
    ssize_t hand_out() const {
        const bool is_to_look = is_stream_buffer_ || php_stream_is_filtered(stream_);
        return is_to_look ? 0 : static_cast<ssize_t>(take(stream_, given_.data, given_.size));
    }

    // There may be enough for the next in line, too.
    ssize_t leave_it() const;

    // Before others may run: what it has so far.
    void hide() {
        if (unread(stream_) > 0) hide_unread();
    }

    // False where it need not wait: another strand has left something.
    bool before_wait();

    // Where to read to now; size 0: do not read.
    net::Window after_wait(net::Window before) { return is_as_it_was(before) ? before : find_again(before); }
    net::Refit refit() {
        return {[](void* owner, net::Window before) { return static_cast<BufferPlace*>(owner)->after_wait(before); },
                this, [](void* owner) { return static_cast<BufferPlace*>(owner)->before_wait(); }};
    }

  private:
    // A filter's buffer may lie right behind a full one.
    static bool is_free_end(const php_stream* stream, const char* buffer, size_t count) {
        if (stream->readbuf == nullptr) return false;
        const auto end = static_cast<size_t>(stream->writepos);
        return buffer == reinterpret_cast<char*>(stream->readbuf) + end && count <= stream->readbuflen - end;
    }

    bool is_as_it_was(net::Window window) const {
        if (is_aside_ || is_filled()) return false;
        return !is_stream_buffer_ || is_free_end(stream_, window.data, window.size);
    }

    Turns* its_turns() const;
    void hide_unread();
    net::Window find_again(net::Window before);
    void look_again();

    php_stream* stream_;
    net::Window given_;
    bool is_stream_buffer_;
    bool is_aside_ = false; // what is in the buffer
    zend_off_t unread_;     // before the wait: stream_get_line() fills behind half a line
    size_t size_;           // of the buffer, in case that it is given back: by this read or another one
};

} // namespace uvstream::stream
