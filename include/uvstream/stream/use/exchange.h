#pragma once

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/state.h"
#include "uvstream/zend/php_api.h"

// C clients (mysqlnd, phpredis, ext/soap, the http wrapper) talk to a server by calls of PHP's that write, and read the
// answer; the stream is theirs, and no argument of the call. Two strands may use one connection: what the one is about
// to read is not to be read by the other.
namespace uvstream::stream {

// Around a read or a write of the running strand. Of a C client's connection it is the only one: another strand's
// operation waits in line until it is over, and until nobody is parked within one. Strands are cooperative, so the
// connection is in the midst of an exchange exactly while somebody is parked there. Whose call goes on with another
// operation comes before those in line, and whose next call begins comes behind them.
//
// Lives on the C stack; a fatal error jumps past it: what a strand has taken is given back when it is buried.
class Exchange {
  public:
    Exchange(php_stream* stream, Descriptor& its) : its_(its) {
        if (state().scheduler.dispatcher().has_others()) begin(stream);
    }
    ~Exchange() {
        if (strand_ != nullptr) end();
    }
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;

    // False where the wait in line ended otherwise: the operation fails.
    bool may_begin() const { return may_begin_; }

  private:
    void begin(php_stream* stream);
    void end();

    Descriptor& its_;
    sched::Strand* strand_ = nullptr; // which has taken it
    bool may_begin_ = true;
};

// At the engine's safe points, with the frame that the engine gives its hook: the call has ended whose exchange others
// wait for.
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
