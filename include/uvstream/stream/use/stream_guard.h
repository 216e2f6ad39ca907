#pragma once

#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/warning_watch.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/php_api.h"

// User code runs within a wait (PHP's signal handlers), below C code that still uses streams: the stream layer goes on
// with a stream's buffer right after the operation. Until that code has returned, nobody may free them.
namespace uvstream::stream {

// The stream behind an argument, or null.
php_stream* stream_of(const zval* value);

// Around an operation that may wait, on behalf of its stream.
class Waits {
  public:
    explicit Waits(php_stream* stream);
    ~Waits();
    Waits(const Waits&) = delete;
    Waits& operator=(const Waits&) = delete;
    const sched::Waiter& waiter() const { return waiter_; }

  private:
    sched::Waiter waiter_;
};

// While one exists, its streams say that they are being freed already, and php_stream_free() leaves them alone: the
// owner of the wait, and every stream that a function on the call stack has among its arguments. Lives on the C stack;
// finish() must be called, also after a fatal error.
class StreamGuard {
  public:
    explicit StreamGuard(php_stream* owner);
    static StreamGuard of_one(php_stream* stream) { return StreamGuard(stream, false); }
    StreamGuard(const StreamGuard&) = delete;
    StreamGuard& operator=(const StreamGuard&) = delete;
    void finish();

    // Whether one that exists now has this stream.
    static bool covers(const php_stream* stream);

  private:
    struct Entry {
        php_stream* stream;
        zend_resource* resource; // referenced; null for a stream that no script has, or has any more
        uint8_t was_in_free;
    };
    StreamGuard(php_stream* owner, bool has_arguments);
    void add(php_stream* stream);
    void grow();
    bool has(const php_stream* stream) const;
    bool hand_over(const Entry& entry) const;

    static constexpr size_t kInPlace = 8;
    Entry in_place_[kInPlace];
    Entry* entries_ = in_place_; // or, of more, an array that finish() deletes: no destructor may
    size_t room_ = kInPlace, size_ = 0;
    StreamGuard* outer_;
};

// Calls what may run user code (an error handler, a notification) while C code below us is to go on with the stream.
// False where a fatal error ended it: the caller leaves things in order and calls zend::resume_bailout().
template <class Call> [[nodiscard]] bool call_guarded(php_stream* stream, Call call) {
    const size_t doomed = state().doomed.size();
    StreamGuard guard(stream);
    const bool has_returned = zend::try_call(call);
    guard.finish();
    if (state().doomed.size() > doomed) zend::request_interrupt(); // freed when PHP's function has returned
    return has_returned;
}

// Raises what an operation reports: an error handler may close its stream.
template <class Report> ssize_t report_guarded(php_stream* stream, Report report) {
    ssize_t result = -1;
    if (!call_guarded(stream, [&] { result = report(); })) zend::resume_bailout();
    return result;
}

// Calls C code below us that warns and goes on with the stream.
struct Called {
    bool has_returned;
    bool has_warned; // then the State's tls_reason says of what
};
template <class Call> [[nodiscard]] Called call_below(php_stream* stream, Call call) {
    const WarningWatch watch;
    const bool has_returned = call_guarded(stream, call);
    const zend_string* const warning = watch.first();
    if (warning != nullptr) state().set_tls_reason(without_function(warning));
    return {has_returned, warning != nullptr};
}

// Closed by user code under a guard: operations on it fail, waits within it are cancelled, and it is freed when nobody
// uses it any more.
void doom(php_stream* stream, zend_resource* resource);
bool is_doomed(const php_stream* stream);

// Its owner frees it first.
void forget_doomed(const php_stream* stream);

// At the end of a function of PHP's that has waited or warned: at the next safe point, if any are doomed.
void free_doomed_soon();

// At the engine's safe points, with the frame that the engine gives its hook.
void free_doomed_streams(zend_execute_data* frame);

// At module start-up: what is still doomed when the request's resources are closed goes first. Not at our request
// shut-down: session handlers run after it.
void register_doomed_streams(int module_number);

} // namespace uvstream::stream
