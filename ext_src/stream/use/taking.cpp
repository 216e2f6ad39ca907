#include "uvstream/stream/use/taking.h"

#include "uvstream/stream/state.h"

namespace uvstream::stream {

namespace {

void begin(const Taking& taking) {
    std::unique_ptr<Taking>& its = notes().taking;
    if (its == nullptr) its = std::make_unique<Taking>();
    *its = taking;
}

Taking* running() {
    Taking* const taking = notes().taking.get();
    const bool is_under_way = taking != nullptr && taking->call != nullptr;
    return is_under_way && taking->call == EG(current_execute_data) ? taking : nullptr;
}

} // namespace

void begin_record(const php_stream* stream) {
    begin({EG(current_execute_data), stream, stream->position, stream->readpos, {}});
}

void begin_copy() { begin({EG(current_execute_data), nullptr, 0, 0, {}}); }

// (Its memory is for the next one.)
void end_taking() {
    if (Taking* const taking = notes().taking.get()) *taking = {};
}

Taking* taking_from(const php_stream* stream) {
    Taking* const taking = running();
    return taking != nullptr && taking->stream == stream ? taking : nullptr;
}

// Lines are read on when nothing is left in the buffer. What was taken lies before the end of that; or, where the
// buffer is to be filled from its beginning again, where the last read has put it.
void keep_taken(Taking& taking) {
    const php_stream* const stream = taking.stream;
    const zend_off_t size = stream->position - taking.position;
    const zend_off_t place = stream->readpos > 0 ? stream->readpos - size : taking.place;
    const bool is_there = size > 0 && place >= 0 && static_cast<size_t>(place + size) <= stream->readbuflen;
    if (is_there) taking.text.append(reinterpret_cast<const char*>(stream->readbuf) + place, static_cast<size_t>(size));
    begin_piece(taking);
}

void begin_piece(Taking& taking) {
    taking.position = taking.stream->position;
    taking.place = taking.stream->readpos;
}

void keep_unsent(const php_stream* to, const char* data, size_t size) {
    Taking* const taking = running();
    if (taking != nullptr && taking->stream == nullptr && to->writefilters.head == nullptr) {
        taking->text.assign(data, size);
    }
}

} // namespace uvstream::stream
