#pragma once

#include <cstdint>
#include <vector>

#include "uvstream/sched/strand.h"
#include "uvstream/sched/turns.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::libraries {

using Frame = zend_execute_data;

// Connections of a C library's, which knows of no other task: of each, one strand at a time is in a call. The others
// wait in line, and a connection that is freed meanwhile stays until none of them is in the function of PHP's any more
// that has its address.
class ConnectionTurns {
  public:
    // Before a call of the running strand's. If its function of PHP's has made another one, it comes before those in
    // line: nobody gets between two lines of a COPY. False: it is to fail. Why, an exception says.
    bool begin(const sched::Waiter& waiter, void* connection);
    void end(const sched::Strand& strand, void* connection);

    // The strand is in a call already, and makes another one: user code runs there.
    bool is_in_call(const sched::Strand& strand, void* connection);

    // Instead of free(connection), where that is to wait. False: it is not.
    bool free_later(void* connection, void (*free)(void* connection));

    // At the engine's safe points, with the frame that the engine gives its hook, and at the strand's end with null: a
    // function of PHP's that has ended comes before nobody any more, and what was to be freed after it is freed.
    void end_calls(const sched::Strand& strand, const Frame* frame) {
        if (!watched_.empty()) look_at_watched(strand, frame);
    }

    // PHP's function frees an answer, perhaps to make its next call with the address still in PHP's memory (as PDO's
    // does). If it never returns from that, PHP frees the answer again at the request's end: that one is to be left
    // out.
    void note_freed(const void* answer) { freed_ = answer; }
    bool take_freed(const void* answer);

    // A strand will not run again: calls give_up(connection) with each in whose call it was.
    template <class GiveUp> void bury(const sched::Strand& strand, GiveUp give_up) {
        turns_.for_each_of(strand, [&](uintptr_t connection) {
            leave_freed(connection);
            give_up(connection);
        });
    }

    // Nobody is in a call any more.
    void end_request();

    bool are_any() const { return !turns_.is_empty(); }

  private:
    // A connection, and the function of PHP's that made the last call on it: for its end others wait, or who frees.
    struct Watched {
        void* connection;
        const sched::Strand* strand;
        const Frame* call; // null: it has ended
        void (*free)(void* connection);
    };
    Watched* find_watched(const void* connection);
    void watch(const sched::Strand& strand, void* connection);
    bool goes_on(const sched::Strand& strand, const void* connection);
    bool is_over(const Watched& watched);
    void look_at_watched(const sched::Strand& strand, const Frame* frame);

    // That was freed before the call on the connection.
    struct Freed {
        uintptr_t connection;
        const void* answer;
    };
    void forget_freed(uintptr_t connection);
    void leave_freed(uintptr_t connection);

    sched::Turns turns_;
    const void* freed_ = nullptr;   // since the last call
    std::vector<Freed> in_calls_;   // of those under way
    std::vector<const void*> left_; // by those that were buried
    std::vector<Watched> watched_;
};

} // namespace uvstream::libraries
