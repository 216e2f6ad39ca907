#include "uvstream/stream/use/exchange.h"

#include <sys/socket.h>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/stream/ops_tables.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/interrupt.h"

namespace uvstream::stream {

namespace {

bool is_c_clients(const php_stream* stream) {
    bool is_argument = false;
    for_each_resource(EG(current_execute_data), Calls::TopRun, [&](const zval* argument) {
        if (Z_RES_P(argument)->ptr == stream) is_argument = true;
    });
    return !is_argument;
}

// Within the same call, others came while it was in an operation: it has not ended since.
bool goes_on() { return notes().exchange_call != nullptr && notes().exchange_call == EG(current_execute_data); }

// (For ever: a client that takes too long for an answer would hang up, under the one whose turn it is.)
bool await_turn(php_stream* stream, sched::Exclusive& exchange) {
    const Waits waits(stream);
    return exchange.wait(waits.waiter(), base::Deadline::never()) == sched::Woken::Ready;
}

} // namespace

void Exchange::begin(php_stream* stream) {
    if (!is_c_clients(stream)) return;
    if (its_.exchange == nullptr) its_.exchange = std::make_unique<sched::Exclusive>();
    sched::Exclusive& exchange = *its_.exchange;
    sched::Strand& strand = state().scheduler.current();
    if (exchange.is_taken_by(strand)) return; // within a handler that runs in one of its own
    const bool is_its_turn = !exchange.is_taken() && goes_on();
    may_begin_ = is_its_turn || await_turn(stream, exchange);
    if (!may_begin_) return;
    exchange.take(strand);
    strand_ = &strand;
}

void Exchange::end() {
    sched::Exclusive* const exchange = its_.exchange.get();
    if (exchange == nullptr || !exchange->is_taken_by(*strand_)) return; // the descriptor was closed
    if (exchange->is_awaited()) {
        notes().exchange_call = EG(current_execute_data);
        zend::request_interrupt(); // end_exchange()
    }
    exchange->give_back();
}

void end_exchange(const zend_execute_data* frame) {
    const zend_execute_data*& call = notes().exchange_call;
    if (call == nullptr || state().scheduler.current().exclusives != nullptr) return; // it waits within an operation
    // Since PHP 8.4 the end of a call is a safe point with the call's own frame still there.
    if (frame == call) frame = frame->prev_execute_data;
    while (frame != nullptr && frame != call) frame = frame->prev_execute_data;
    if (frame == nullptr) call = nullptr;
}

void cut_off(php_stream* stream) {
    if (!sched::ends_strand(state().scheduler.current().last_woken) || !is_c_clients(stream)) return;
    const int fd = socket_of(stream)->socket;
    descriptor(fd).is_cut_off = true;
    stream->readpos = stream->writepos; // half an answer
    shutdown(fd, SHUT_RDWR);
}

} // namespace uvstream::stream
