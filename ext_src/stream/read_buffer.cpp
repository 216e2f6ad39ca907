#include "uvstream/stream/read_buffer.h"

#include <algorithm>
#include <cstring>

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/state.h"

namespace uvstream::stream {

namespace {

void grow(php_stream* stream, size_t size) {
    if (stream->readbuflen >= size) return;
    stream->readbuf = static_cast<unsigned char*>(perealloc(stream->readbuf, size, stream->is_persistent));
    stream->readbuflen = size;
}

// To where the buffer has room on the side that needs it.
void move(php_stream* stream, zend_off_t readpos) {
    const zend_off_t held = unread(stream);
    if (held > 0) memmove(stream->readbuf + readpos, stream->readbuf + stream->readpos, static_cast<size_t>(held));
    stream->readpos = readpos;
    stream->writepos = readpos + held;
}

void put_before(php_stream* stream, std::string_view text) {
    const auto size = static_cast<zend_off_t>(text.size());
    if (stream->readpos < size) {
        grow(stream, static_cast<size_t>(size + unread(stream)));
        move(stream, size);
    }
    stream->readpos -= size;
    memcpy(stream->readbuf + stream->readpos, text.data(), text.size());
}

} // namespace

void make_room(php_stream* stream, size_t size) {
    if (stream->readbuflen - static_cast<size_t>(stream->writepos) >= size) return;
    move(stream, 0);
    grow(stream, static_cast<size_t>(stream->writepos) + size);
}

size_t take(php_stream* stream, char* to, size_t size) {
    const size_t taken = std::min(size, static_cast<size_t>(unread(stream)));
    if (taken > 0) memcpy(to, stream->readbuf + stream->readpos, taken);
    stream->readpos += static_cast<zend_off_t>(taken);
    return taken;
}

void put_back(php_stream* stream, std::string_view text) {
    if (text.empty()) return;
    put_before(stream, text);
    stream->position -= static_cast<zend_off_t>(text.size());
    if (const int fd = fd_of(stream); fd >= 0) state().scheduler.pass_on_reading(fd);
}

void set_aside(php_stream* stream, Turns& turns) {
    if (unread(stream) <= 0 || stream->eof) return;
    turns.aside.append(reinterpret_cast<char*>(stream->readbuf) + stream->readpos, static_cast<size_t>(unread(stream)));
    stream->readpos = stream->writepos;
}

void bring_back(php_stream* stream, Turns& turns) {
    if (turns.aside.empty()) return;
    put_before(stream, turns.aside);
    turns.aside.clear();
}

} // namespace uvstream::stream
