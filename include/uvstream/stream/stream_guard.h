#pragma once

#include "uvstream/stream/state.h"

// User code runs within a wait (PHP's signal handlers), below C code that still uses streams: the stream layer goes on
// with a stream's buffer right after the operation. Until that code has returned, nobody may free them.
namespace uvstream::stream {

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
    void finish();

    // Whether one that exists now has this stream.
    static bool covers(const php_stream* stream);

  private:
    struct Entry {
        php_stream* stream;
        zend_resource* resource; // referenced; null for a stream that C code keeps to itself
        uint8_t was_in_free;
    };
    void add(php_stream* stream);
    bool has(const php_stream* stream) const;

    static constexpr int kMost = 16;
    Entry entries_[kMost];
    int size_ = 0;
    StreamGuard* outer_;
};

// Closed by user code under a guard: operations on it fail, waits within it are cancelled, and it is freed when nobody
// uses it any more.
void doom(php_stream* stream, zend_resource* resource);
bool is_doomed(const php_stream* stream);

// Its owner frees it first.
void forget_doomed(const php_stream* stream);

// At the engine's safe points, with the frame that the engine gives its hook.
void free_doomed_streams(zend_execute_data* frame);

// At module start-up: what is still doomed when the request's resources are closed goes first. Not at our request
// shut-down: session handlers run after it.
void register_doomed_streams(int module_number);

} // namespace uvstream::stream
