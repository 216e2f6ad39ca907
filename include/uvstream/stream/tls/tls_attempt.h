#pragma once

#include <cerrno>

#include "uvstream/base/result.h"
#include "uvstream/stream/timeout.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// The outcome of a call into ext/openssl. That it would have to wait it says by errno alone, which a script's error
// handler may have changed; but then there was a warning.
struct Outcome {
    ssize_t bytes;
    bool would_block;
};

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

// As ext/openssl understands a stream's timeout: 0 is none.
inline int64_t io_timeout_us(const php_netstream_data_t* socket) {
    const int64_t us = timeout_us(&socket->timeout);
    return us == 0 ? -1 : us;
}

inline ssize_t fail_wait(php_netstream_data_t* socket, const base::Error& error) {
    if (error.code == ETIMEDOUT) socket->timeout_event = 1;
    return -1;
}

} // namespace uvstream::stream
