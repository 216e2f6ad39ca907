#pragma once

#include <cerrno>
#include <cstdint>

#include "uvstream/stream/timeout.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// What a read or write of ext/openssl's has come to. That it would have to wait ext/openssl says by errno alone, which
// a script's error handler may have changed; but then there was a warning.
struct Outcome {
    ssize_t bytes;
    bool would_block;
};

// Calls `call`, which reads or writes by the stream's table below, and returns how many bytes. A fatal error in an
// error handler passes through.
template <class Call> Outcome attempt(php_stream* stream, Call call) {
    const zend_object* const before = EG(exception);
    ssize_t bytes = -1;
    int error = 0;
    const Called called = call_below(stream, [&] {
        errno = 0;
        bytes = call();
        error = errno;
    });
    if (!called.has_returned) zend::resume_bailout();
    return {bytes, bytes == 0 && error == EAGAIN && !called.has_warned && EG(exception) == before};
}

// How long an operation on the stream waits in all, in microseconds, as ext/openssl understands the stream's timeout: 0
// is none. Negative: for ever.
inline int64_t io_timeout_us(const php_netstream_data_t* socket) {
    const int64_t us = timeout_us(&socket->timeout);
    return us == 0 ? -1 : us;
}

} // namespace uvstream::stream
