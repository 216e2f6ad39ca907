#include "uvstream/stream/tls/tls_wait.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "uvstream/net/wait.h"

namespace uvstream::stream {

using sched::Event;
using sched::OnSignal;

TlsWait::TlsWait(const sched::Waiter& waiter, int fd, For what)
    : waiter_(waiter), fd_(fd), what_(what), tries_(most_tries(what)), piece_us_(first_piece_us(what)) {}

// A write wants to read only when the peer renegotiates; that room has come is the rule, with a peer that keeps taking.
int TlsWait::most_tries(For what) { return what == For::Write ? kMostAtOnce : 0; }

// A handshake may have more to say than fits, which then stops it for as long; a read hardly ever writes.
int64_t TlsWait::first_piece_us(For what) { return what == For::Handshake ? 5000 : 50000; }

// Between two pieces it is in no line: whoever was the first is the first again.
Event TlsWait::in_its_place(Event event) {
    event.as_first = std::exchange(has_stood_, true) && waiter_.strand().parking.was_first;
    return event;
}

base::Result<void> TlsWait::next(base::Deadline deadline, OnSignal on_signal) {
    if (deadline.passed()) return base::Error{base::Op::Wait, ETIMEDOUT};
    const net::Readiness now = net::readiness_of(fd_);
    in_vain_ = now.to_read ? in_vain_ + 1 : 0;
    if (now.to_write) {
        if (tries_ > 0) {
            --tries_;
            return {};
        }
        if (in_vain_ > kMostInVain) return net::wait_a_piece(waiter_, Event::time(), kNapUs, deadline, on_signal);
        const int64_t piece = std::exchange(piece_us_, std::min(piece_us_ * 2, kLongestPieceUs));
        return net::wait_a_piece(waiter_, in_its_place(Event::readable(fd_)), piece, deadline, on_signal);
    }
    tries_ = most_tries(what_);
    piece_us_ = first_piece_us(what_);
    if (what_ == For::Write) return net::wait_for(waiter_, in_its_place(Event::writable(fd_)), deadline, on_signal);
    if (!now.to_read) return net::wait_for(waiter_, in_its_place(Event::either(fd_)), deadline, on_signal);
    // Either something came just now, or it wants to write before it reads that.
    return net::wait_a_piece(waiter_, Event::writable(fd_), kNapUs, deadline, on_signal);
}

// One that is refused again and again what poll(2) says is there wants the other: the peer renegotiates.
Wants TlsWait::look() {
    const net::Readiness now = net::readiness_of(fd_);
    const bool reads = what_ == For::Read;
    if (reads ? !now.to_read : !now.to_write) return reads ? Wants::Read : Wants::Write;
    if (looks_ > 0) {
        --looks_;
        return Wants::Nothing;
    }
    return reads && !now.to_write ? Wants::Write : Wants::Read;
}

} // namespace uvstream::stream
