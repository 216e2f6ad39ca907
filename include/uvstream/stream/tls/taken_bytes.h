#pragma once

#include <cstddef>

#include "uvstream/stream/tls/tls_memory.h"
#include "uvstream/zend/php_api.h"

// What OpenSSL has begun to write it must be given again as it was, before anything else: it has made a record of it, a
// part of which may be on its way. So these bytes count as written, and we keep them until they are.
namespace uvstream::stream {

// The most that OpenSSL takes at once.
inline constexpr size_t kRecord = 16384;

// What was taken, and is still to be sent. One try:
enum class Sent { All, Later, Failed };
Sent try_taken(php_stream* stream, TlsMemory& tls);

// The same for who does not write: that the connection is broken is for a write to say.
Sent try_taken_quietly(php_stream* stream, TlsMemory& tls);

// Until it is sent, or the time of a write is over: a stream that blocks waits as a write does.
void finish_taken(php_stream* stream);

// Nothing will be written behind it: one try, without a wait; in a small send buffer the kernel makes room for it. What
// does not go then is given up.
void send_last(php_stream* stream);

// Before shutdown() and close_notify: finish_taken(), and then send_last().
void finish_writing(php_stream* stream);

// Before a fork, of all streams, since neither process would know whose they are then: as far as there can be made
// room.
void send_taken_before_fork();

} // namespace uvstream::stream
