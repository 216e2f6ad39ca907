#pragma once

#include <optional>
#include <unordered_map>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/event.h"
#include "uvstream/sched/strand.h"
#include "uvstream/stream/strand_notes.h"
#include "uvstream/stream/use/used_streams.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// What a Fiber that is no task, PHP's own, does where a stream of ours would hold up its strand: it calls the script's
// wait handler, which mostly suspends it. Other Fibers of the same strand run then, and it may be resumed in another
// strand: what its wait knows is in here, by the Fiber, and nothing of it in a strand.
class FiberWaits {
  public:
    FiberWaits() { ZVAL_UNDEF(&handler_); }

    // What wait() calls; undefined: nothing. Takes the reference, and returns that of the one before.
    zval exchange_handler(const zval& handler);

    // For the scheduler. Nothing: the strand waits, which is {main} or a task itself, within the handler, or being
    // destroyed.
    static std::optional<sched::Woken> wait(const sched::Waiter& waiter, const sched::Event& event,
                                            base::Deadline deadline);

    bool is_any_away() const { return !away_.empty(); }

    // Whether a Fiber is away in the midst of a C client's exchange on this stream.
    bool is_in_exchange(const php_stream* stream) const;

    // A C client closes its connection: it has the handler wait until no Fiber is in a call on that any more, whose
    // wait has ended. What cannot wait ends by a fatal error: the client would free what such a call goes on with.
    void await_calls_on(php_stream* stream);

    // Its stream is closed: whoever waits for the descriptor sees that something has come.
    void wake_waits_for(const php_stream* stream) const;

    // At the request's end. (A Fiber that a fatal error keeps from ever coming back leaves its wait behind.)
    void let_go();

  private:
    // While the handler runs, and the Fiber is away.
    struct Away {
        php_stream* stream;
        bool is_c_clients;
        UseSet* uses;
        CallNotes calls;       // what the strand had under way
        zend_resource* lent;   // what the handler is given
        bool is_lents_own;     // of a stream that no script has: for that time only
        uint32_t had_no_close; // the stream's own flag
    };

    bool is_any_away_on(const php_stream* stream) const;
    bool call_handler_for_close(const zend_fiber* fiber, php_stream* stream);
    void leave(const zend_fiber* fiber, php_stream* stream);
    void come_back(const zend_fiber* fiber);
    bool call(const Away& away, const sched::Event& event, base::Deadline deadline) const;
    static void lend(Away& away);
    static void take_back(Away& away);

    zval handler_;
    std::unordered_map<const zend_fiber*, Away> away_;
};

} // namespace uvstream::stream
