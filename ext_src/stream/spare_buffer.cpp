#include "uvstream/stream/spare_buffer.h"

#include <utility>

namespace uvstream::stream {

void SpareBuffer::take_from(php_stream* stream) {
    unsigned char* const buffer = std::exchange(stream->readbuf, nullptr);
    const size_t size = std::exchange(stream->readbuflen, 0);
    stream->readpos = stream->writepos = 0;
    if (stream->is_persistent || buffer_ != nullptr) {
        pefree(buffer, stream->is_persistent);
        return;
    }
    buffer_ = buffer;
    size_ = size;
}

void SpareBuffer::give_to(php_stream* stream, size_t size) {
    const bool is_spare = !stream->is_persistent && buffer_ != nullptr && size_ == size;
    void* const buffer = is_spare ? std::exchange(buffer_, nullptr) : pemalloc(size, stream->is_persistent);
    stream->readbuf = static_cast<unsigned char*>(buffer);
    stream->readbuflen = size;
}

void SpareBuffer::clear() {
    if (buffer_ != nullptr) efree(std::exchange(buffer_, nullptr));
}

} // namespace uvstream::stream
