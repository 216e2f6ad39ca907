#pragma once

#include "uvstream/stream/strand_notes.h"
#include "uvstream/stream/use/used_streams.h"
#include "uvstream/zend/php_api.h"

// Who uses a stream is a count on it. A wait is below C code that goes on with streams right after the operation: the
// stream layer with the buffer of the operation's own, PHP's functions with what they have among their arguments.
// Nothing frees one of these while it is counted; whoever closes one meanwhile marks it (closing.h).
namespace uvstream::stream {

// Around user code that runs within a wait or below us: an error handler, a signal's handler, a notification. While it
// is raised its streams say that they are being freed already, and php_stream_free() leaves them alone: the owner of
// the operation, and what every function of PHP's on the call stack has among its arguments. Lives on the C stack;
// finish() must be called, also after a fatal error.
class StreamUse {
  public:
    explicit StreamUse(php_stream* owner);
    ~StreamUse() = default;
    static StreamUse of_one(php_stream* stream);
    StreamUse(const StreamUse&) = delete;
    StreamUse& operator=(const StreamUse&) = delete;
    void finish();

  private:
    explicit StreamUse(UseSet& set) : set_(set) {}
    UseSet& set_;
};

// Around a switch to other strands: for the scheduler's hook, when an operation really parks, and when it comes back.
// Dropped before anything of the script's runs in this strand: its handlers raise their own, and a fatal error in one
// is to leave nothing behind. The owner, and the arguments of PHP's own functions down to the first frame of the
// script's, which is one function as a rule. A stream whose end we are told of may be freed meanwhile: that waits for
// the users. Any other is guarded as above, for its close asks nobody. The set lives in the strand's notes; null where
// there is nothing to use.
UseSet* use_while_parked(php_stream* owner);

// It runs again. False where somebody has closed the owner since.
bool end_use_while_parked(php_stream* owner, UseSet& set);

// Around the script's wait handler in one of PHP's own Fibers, which may suspend it: as around other user code, but for
// the frames that count, which are those of a switch; and whoever closes a C client's connection waits for us. The
// set is no strand's.
UseSet& use_while_away(php_stream* owner, bool is_c_clients);
void end_use_while_away(UseSet& set);

// Whether one of its streams is closed by now.
bool has_closing(const UseSet& set);

// Of a strand that is buried: its C stack is gone, and with it whoever would have dropped them. What it would have
// freed goes to the running strand.
void drop_uses(StrandNotes& strand);

// Whether the newest of a strand's sets has it: while the strand is parked, that of its wait.
bool is_used_by_wait(const StrandNotes& strand, const UsedStream& its);

// How many of its users are the running strand.
uint32_t own_uses(const UsedStream& its);

// Closed by user code. False, with nothing done, where nobody uses it: then PHP is to close it.
bool close_in_use(php_stream* stream, zend_resource* resource);

} // namespace uvstream::stream
