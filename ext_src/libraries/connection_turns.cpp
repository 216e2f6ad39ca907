#include "uvstream/libraries/connection_turns.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "uvstream/zend/frames.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/task_report.h"

namespace uvstream::libraries {

using sched::Strand;
using sched::Woken;

namespace {

uintptr_t number_of(const void* connection) { return reinterpret_cast<uintptr_t>(connection); }

// The wait in line has ended so, of which nobody has told the script yet. (Nor is it told what an object's end does.)
void report(Woken woken) {
    if (EG(exception) != nullptr || zend::is_objects_end()) return;
    if (woken == Woken::Closed) zend::throw_connection_closed();
    if (woken == Woken::Refused) zend::throw_deadlock(nullptr);
}

} // namespace

bool ConnectionTurns::begin(const sched::Waiter& waiter, void* connection) {
    const void* const freed = std::exchange(freed_, nullptr);
    const Woken woken = turns_.begin(waiter, number_of(connection), goes_on(waiter.strand(), connection));
    if (woken == Woken::Ready) {
        if (freed != nullptr) in_calls_.push_back({number_of(connection), freed});
        return true;
    }
    if (find_watched(connection) != nullptr) watch(waiter.strand(), connection); // it may have been the last
    report(woken);
    return false;
}

void ConnectionTurns::end(const Strand& strand, void* connection) {
    const sched::Turns::Line* const line = turns_.find(number_of(connection));
    if (line == nullptr) return;
    forget_freed(number_of(connection));
    if (line->turn.is_awaited() || line->is_closed) watch(strand, connection);
    turns_.end(number_of(connection));
}

bool ConnectionTurns::is_in_call(const Strand& strand, void* connection) {
    return turns_.is_taken_by(strand, number_of(connection));
}

bool ConnectionTurns::free_later(void* connection, void (*free)(void* connection)) {
    if (turns_.find(number_of(connection)) == nullptr) return false;
    turns_.close(number_of(connection));
    Watched* const watched = find_watched(connection);
    if (watched == nullptr) {
        watched_.push_back({connection, nullptr, nullptr, free});
    } else {
        watched->free = free;
    }
    return true;
}

ConnectionTurns::Watched* ConnectionTurns::find_watched(const void* connection) {
    const auto found = std::find_if(watched_.begin(), watched_.end(),
                                    [&](const Watched& one) { return one.connection == connection; });
    return found != watched_.end() ? &*found : nullptr;
}

// The strand's call has ended, and PHP's function goes on.
void ConnectionTurns::watch(const Strand& strand, void* connection) {
    Watched* watched = find_watched(connection);
    if (watched == nullptr) watched = &watched_.emplace_back(Watched{connection, nullptr, nullptr, nullptr});
    watched->strand = &strand;
    watched->call = zend::internal_call();
    zend::request_interrupt(); // end_calls()
}

bool ConnectionTurns::goes_on(const Strand& strand, const void* connection) {
    const Watched* const watched = watched_.empty() ? nullptr : find_watched(connection);
    return watched != nullptr && watched->strand == &strand && watched->call != nullptr &&
           watched->call == zend::internal_call();
}

// It need not be looked at any more.
bool ConnectionTurns::is_over(const Watched& watched) {
    if (watched.call != nullptr) return false;
    const sched::Turns::Line* const line = turns_.find(number_of(watched.connection));
    if (watched.free == nullptr) return true;
    if (line != nullptr && line->strands > 0) return false;
    turns_.forget(number_of(watched.connection));
    watched.free(watched.connection);
    return true;
}

void ConnectionTurns::look_at_watched(const Strand& strand, const Frame* frame) {
    for (Watched& one : watched_) {
        if (one.strand == &strand && !zend::is_under_way(one.call, frame)) one.call = nullptr;
    }
    const auto end = std::remove_if(watched_.begin(), watched_.end(), [&](const Watched& one) { return is_over(one); });
    watched_.erase(end, watched_.end());
}

bool ConnectionTurns::take_freed(const void* answer) {
    const auto found = std::find(left_.begin(), left_.end(), answer);
    if (found == left_.end()) return false;
    left_.erase(found);
    return true;
}

void ConnectionTurns::forget_freed(uintptr_t connection) {
    const auto is_its = [=](const Freed& one) { return one.connection == connection; };
    in_calls_.erase(std::remove_if(in_calls_.begin(), in_calls_.end(), is_its), in_calls_.end());
}

void ConnectionTurns::leave_freed(uintptr_t connection) {
    for (const Freed& one : in_calls_) {
        if (one.connection == connection) left_.push_back(one.answer);
    }
    forget_freed(connection);
}

void ConnectionTurns::end_request() {
    freed_ = nullptr;
    in_calls_.clear();
    left_.clear();
    turns_.clear();
    for (const Watched& one : watched_) {
        if (one.free != nullptr) one.free(one.connection);
    }
    watched_.clear();
}

} // namespace uvstream::libraries
