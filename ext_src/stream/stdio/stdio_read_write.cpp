#include "uvstream/stream/stdio/stdio_read_write.h"

#include <cerrno>

#include "uvstream/base/deadline.h"
#include "uvstream/net/open_socket.h"
#include "uvstream/net/transfer.h"
#include "uvstream/stream/buffer_place.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/stdio/stdio_ops.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/guarded_call.h"
#include "uvstream/stream/use/taking.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::stream {

namespace {

ssize_t read_in_turn(const php_stream_ops& stock, php_stream* stream, BufferPlace& place, net::Window given,
                     bool may_wait, base::LazyDeadline& deadline) {
    if (place.is_filled()) return place.leave_it();
    if (may_wait) place.hide();
    const Waits waits(stream);
    const int fd = fd_of_stdio(stream);
    const auto got = net::read_pipe(waits.waiter(), fd, given, may_wait, deadline, place.refit());
    if (got.ok()) {
        if (got.value() == 0) stream->eof = 1;
        return static_cast<ssize_t>(got.value());
    }
    if (got.error().op == base::Op::Wait) {
        if (got.error().code == ETIMEDOUT) descriptor(fd).stdio.has_timed_out = true;
        return -1;
    }
    if (got.error().code == EAGAIN) return place.is_filled() ? place.hand_out() : 0;
    const net::Window now = place.after_wait(given);
    if (now.size == 0) return place.hand_out();
    // PHP's own will fail, and say so: a file that has an error does not make it wait.
    return report_guarded(stream, [&] { return stock.read(stream, now.data, now.size); });
}

ssize_t write_some(const php_stream_ops& stock, php_stream* stream, const char* buffer, size_t count) {
    const int fd = fd_of_stdio(stream);
    Descriptor& its = descriptor(fd);
    if (is_closing(its, stream)) return -1;
    const bool may_wait = net::is_blocking(fd);
    base::LazyDeadline deadline(-1);
    const Exchange exchange(stream, its, Exchange::Writes, may_wait, deadline);
    if (!exchange.may_begin()) return -1;
    const Waits waits(stream);
    const auto sent = net::write_pipe(waits.waiter(), fd, buffer, count, may_wait);
    if (sent.ok()) return static_cast<ssize_t>(sent.value());
    if (sent.error().op == base::Op::Wait) return -1;
    if (sent.error().code == EAGAIN) return 0;
    return report_guarded(stream, [&] { return stock.write(stream, buffer, count); }); // as with a read
}

} // namespace

ssize_t read_stdio(const php_stream_ops& stock, php_stream* stream, char* buffer, size_t count) {
    const int fd = fd_of_stdio(stream);
    Descriptor& its = descriptor(fd);
    if (is_closing(its, stream)) return -1;
    BufferPlace place(stream, buffer, count);
    const bool may_wait = net::is_blocking(fd);
    if (may_wait) its.stdio.has_timed_out = false;
    base::LazyDeadline deadline(its.stdio.timeout_us);
    const Exchange exchange(stream, its, Exchange::Reads, may_wait, deadline);
    if (!exchange.may_begin()) return -1;
    return read_in_turn(stock, stream, place, {buffer, count}, may_wait, deadline);
}

ssize_t write_stdio(const php_stream_ops& stock, php_stream* stream, const char* buffer, size_t count) {
    const ssize_t written = write_some(stock, stream, buffer, count);
    if (written < 0) keep_unsent(stream, buffer, count);
    return written;
}

} // namespace uvstream::stream
