#pragma once

#include "uvstream/net/transfer.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/taking.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The stream layer hands a read the free end of the stream's own buffer, and is not re-entrant: a signal handler or
// another strand that read from this stream during the wait has moved that end, or has left bytes that the caller is to
// look at first. An empty one is given back before others run. Made before anything that lets others run.
class BufferPlace {
  public:
    BufferPlace(php_stream* stream, const char* buffer, size_t count)
        : stream_(stream), is_stream_buffer_(is_free_end(stream, buffer, count)), unread_(unread(stream)),
          size_(stream->readbuflen) {
        if (Taking* const taking = taking_from(stream)) keep_taken(*taking);
    }

    // False where it need not wait: another strand has left something.
    bool before_wait() {
        if (!is_stream_buffer_) return true;
        if (unread(stream_) > unread_) return false;
        const bool is_empty = unread(stream_) == 0 && stream_->readbuf != nullptr;
        if (is_empty && state().scheduler.dispatcher().has_others()) state().spare_buffer.take_from(stream_);
        return true;
    }

    // Where to read to now; size 0: do not read.
    net::Window after_wait(net::Window before) {
        if (!is_stream_buffer_) return before;
        if (stream_->readbuf == nullptr) state().spare_buffer.give_to(stream_, size_);
        if (Taking* const taking = taking_from(stream_)) taking->place = stream_->readpos;
        if (unread(stream_) > unread_) return {before.data, 0};
        const auto end = static_cast<size_t>(stream_->writepos);
        const size_t room = stream_->readbuflen - end;
        return {reinterpret_cast<char*>(stream_->readbuf) + end, before.size < room ? before.size : room};
    }
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

    static zend_off_t unread(const php_stream* stream) { return stream->writepos - stream->readpos; }

    php_stream* stream_;
    bool is_stream_buffer_;
    zend_off_t unread_; // before the wait: stream_get_line() fills behind half a line
    size_t size_;       // of the buffer, in case that it is given back: by this read or another one
};

} // namespace uvstream::stream
