#pragma once

#include <cstdint>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/state.h"
#include "uvstream/zend/php_api.h"

// A call of PHP's may read or write more than once: a line that comes in pieces, a text that finds no room. What two
// strands read is not to be torn, nor what they write. And C clients (mysqlnd, phpredis, ext/soap, the http wrapper)
// write and read the answer in one call; the stream is theirs, and no argument of the call: what the one strand is
// about to read is not to be read by another.
namespace uvstream::stream {

// Whether it is C code's own: no argument of the call that goes on with it. (Not a pipe: nobody asks there, and reads
// the answer.)
bool is_c_clients(const php_stream* stream);

// Around a read or a write of the running strand. It is the only one: of a C client's connection in both directions,
// else in its own. Another strand's operation waits in line until it is over, and so until nobody is parked within one.
// Strands are cooperative, so a call is in the midst of something exactly while somebody is parked there. A call that
// goes on with another operation comes before those in line, and its strand's next call behind them. Fibers of one
// strand do not queue; but of a C client's connection only one of them is in the midst of an exchange (FiberWaits).
//
// Lives on the C stack; a fatal error jumps past it: what a strand has taken is given back when it is buried.
class Exchange {
  public:
    enum Direction : uint8_t { Reads, Writes };

    // (The stream may be null, of a write that is no stream's.) Waits in line, within the deadline of a script's
    // operation. (A C client that takes too long for an answer would hang up, under the one whose turn it is: it waits
    // for ever.) One that may not wait takes what is there.
    Exchange(php_stream* stream, Descriptor& its, Direction direction, bool may_wait, base::LazyDeadline& deadline)
        : its_(its), direction_(direction) {
        if (state().fiber_waits.is_any_away() && refuse_shared_by_fibers(stream)) {
            may_begin_ = false;
        } else if (state().scheduler.dispatcher().has_others()) {
            begin(stream, may_wait ? &deadline : nullptr);
        }
    }
    ~Exchange() {
        if (strand_ != nullptr) end();
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    // False where the wait in line ended otherwise: the operation fails. (It has marked the stream if that was too
    // long.)
    bool may_begin() const { return may_begin_; }

  private:
    static bool refuse_shared_by_fibers(const php_stream* stream);
    sched::Exclusive* its_turn() const;
    bool await_turn(php_stream* stream, base::LazyDeadline& deadline);
    void begin(php_stream* stream, base::LazyDeadline* deadline);
    void leave_line(php_stream* stream) const;
    void end();

    Descriptor& its_;
    const Direction direction_;
    bool is_c_clients_ = false;
    bool may_begin_ = true;
    sched::Strand* strand_ = nullptr; // which has taken it
};

// At the end of a function of PHP's that reads, if others wait for that (notes().exchange_call is its frame): what it
// leaves in the stream's buffer is the first one's, not of whoever calls next.
void end_reading(php_stream* stream);

// At the engine's safe points, with the frame that the engine gives its hook: the call has ended whose end others wait
// for.
void end_exchange(const zend_execute_data* frame);

// An operation has failed because its wait was cancelled. If it was the strand itself, in the midst of a C client's
// exchange, the other half of that is for nobody: the connection is shut down, and reads as at its end.
void cut_off(php_stream* stream);

// A read of one that was cut off.
inline ssize_t read_end(php_stream* stream) {
    stream->eof = 1;
    return 0;
}

} // namespace uvstream::stream
