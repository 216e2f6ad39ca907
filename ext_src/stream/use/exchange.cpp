#include "uvstream/stream/use/exchange.h"

#include <sys/socket.h>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/stream/parking_streams.h"
#include "uvstream/stream/read_buffer.h"
#include "uvstream/stream/use/call_arguments.h"
#include "uvstream/stream/use/waits.h"
#include "uvstream/zend/frames.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::stream {

bool is_c_clients(const php_stream* stream) {
    if (stream == nullptr || !is_ours(stream)) return false;
    return !is_any_resource(EG(current_execute_data), Calls::TopRun,
                            [&](const zval* argument) { return Z_RES_P(argument)->ptr == stream; });
}

namespace {

// Within the same call, others came while it was in an operation: it has not ended since.
bool goes_on() { return notes().exchange_call != nullptr && notes().exchange_call == EG(current_execute_data); }

} // namespace

bool Exchange::refuse_shared_by_fibers(const php_stream* stream) {
    if (!state().fiber_waits.is_in_exchange(stream) || !is_c_clients(stream)) return false;
    zend::throw_exchange_of_another_fiber();
    return true;
}

sched::Exclusive* Exchange::its_turn() const {
    if (its_.turns == nullptr) return nullptr;
    if (is_c_clients_) return &its_.turns->exchange;
    return direction_ == Reads ? &its_.turns->reading : &its_.turns->writing;
}

// False: it is to go on without.
bool Exchange::await_turn(php_stream* stream, base::LazyDeadline& deadline) {
    const Waits waits(stream);
    const auto until = is_c_clients_ ? base::Deadline::never() : deadline.get();
    const sched::Woken woken = its_turn()->wait(waits.waiter(), until);
    if (woken == sched::Woken::Refused && !is_c_clients_) return false; // nobody may be switched to: it waits in place
    if (woken == sched::Woken::TimedOut) note_timeout(stream);
    return may_begin_ = woken == sched::Woken::Ready;
}

void Exchange::begin(php_stream* stream, base::LazyDeadline* deadline) {
    is_c_clients_ = is_c_clients(stream);
    if (its_.turns == nullptr) its_.turns = std::make_unique<Turns>();
    sched::Exclusive& turn = *its_turn();
    sched::Strand& strand = state().scheduler.current();
    const bool is_its_own = turn.is_taken_by(strand); // within a handler that runs in one of its own
    const bool is_anothers = !is_its_own && (turn.is_taken() || (turn.is_awaited() && !goes_on()));
    if (is_anothers && (deadline == nullptr || !await_turn(stream, *deadline))) return leave_line(stream);
    if (direction_ == Reads) bring_back(stream, *its_.turns);
    if (is_its_own) return;
    turn.take(strand);
    strand_ = &strand;
}

// Of those for whom something was set aside, it may have been the last.
void Exchange::leave_line(php_stream* stream) const {
    const sched::Exclusive* const turn = direction_ == Reads ? its_turn() : nullptr;
    if (turn != nullptr && !turn->is_taken() && !turn->is_awaited()) bring_back(stream, *its_.turns);
}

void Exchange::end() {
    sched::Exclusive* const turn = its_turn();
    if (turn == nullptr || !turn->is_taken_by(*strand_)) return; // the descriptor was closed
    if (turn->is_awaited()) {
        notes().exchange_call = EG(current_execute_data);
        zend::request_interrupt(); // end_exchange()
    }
    turn->give_back();
}

void end_reading(php_stream* stream) {
    notes().exchange_call = nullptr;
    const int fd = fd_of(stream);
    Turns* const turns = fd >= 0 ? descriptor(fd).turns.get() : nullptr;
    if (turns != nullptr && turns->reading.is_awaited()) set_aside(stream, *turns);
}

void end_exchange(const zend_execute_data* frame) {
    const zend_execute_data*& call = notes().exchange_call;
    if (call == nullptr || state().scheduler.current().exclusives != nullptr) return; // it waits within an operation
    if (!zend::is_under_way(call, frame)) call = nullptr;
}

void cut_off(php_stream* stream) {
    if (!sched::ends_strand(state().scheduler.current().last_woken) || !is_c_clients(stream)) return;
    const int fd = socket_of(stream)->socket;
    Descriptor& its = descriptor(fd);
    its.is_cut_off = true;
    stream->readpos = stream->writepos; // half an answer
    if (its.turns != nullptr) its.turns->aside.clear();
    shutdown(fd, SHUT_RDWR);
}

} // namespace uvstream::stream
