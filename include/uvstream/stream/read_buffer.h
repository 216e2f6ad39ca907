#pragma once

#include <string_view>

#include "uvstream/stream/descriptors.h"
#include "uvstream/zend/php_api.h"

// What a stream holds that was read and not yet handed out.
namespace uvstream::stream {

inline zend_off_t unread(const php_stream* stream) { return stream->writepos - stream->readpos; }

// So that so much more has room behind it.
void make_room(php_stream* stream, size_t size);

// Hands out what lies there, up to so much.
size_t take(php_stream* stream, char* to, size_t size);

// What somebody has taken is what the next one reads first.
void put_back(php_stream* stream, std::string_view text);

// What is another strand's to read next, out of sight of those who come in between; and in sight again, before what
// came meanwhile. (Not at the end of the stream: without it, that would be all there is to see.)
void set_aside(php_stream* stream, Turns& turns);
void bring_back(php_stream* stream, Turns& turns);

} // namespace uvstream::stream
