#ifdef _WIN32

#include "uvstream/loop/event_loop.h"

#include "uvstream/base/deadline.h"

// The loop where libuv waits for completions, and not by a descriptor that could be polled beside others.
namespace uvstream::loop {

namespace {

// How long the loop and the descriptors that it does not know are asked in turns.
constexpr int64_t kSliceUs = 5000;

// uv_run() until something has come, or the time has.
void run_until(uv_loop_t* loop, base::Deadline deadline) {
    uv_timer_t timer;
    uv_timer_init(loop, &timer);
    const int64_t us = deadline.is_never() ? -1 : deadline.left_us();
    if (us >= 0) {
        uv_timer_start(
            &timer, [](uv_timer_t*) {}, static_cast<uint64_t>(base::Deadline::to_ms(us)), 0);
    }
    uv_run(loop, us == 0 ? UV_RUN_NOWAIT : UV_RUN_ONCE);
    bool is_closed = false;
    timer.data = &is_closed;
    uv_close(reinterpret_cast<uv_handle_t*>(&timer), [](uv_handle_t* it) { *static_cast<bool*>(it->data) = true; });
    while (!is_closed) uv_run(loop, UV_RUN_NOWAIT);
}

} // namespace

int EventLoop::admit(uv_poll_t& /*poll*/) { return 0; } // its next turn never aborts for that

uv_loop_t* EventLoop::open() {
    if (loop_ != nullptr) return loop_;
    auto* const fresh = new uv_loop_t;
    if (uv_loop_init(fresh) != 0) {
        delete fresh;
        return nullptr;
    }
    forks_ = ForkWatch::generation();
    return loop_ = fresh;
}

EventLoop::Descriptors EventLoop::descriptors() const { return {}; }

Waited EventLoop::turn(const size_t& woken, base::Deadline deadline, pollfd* entries, size_t count) {
    entries[0] = {-1, 0, 0};
    dispatch();
    while (woken == 0) {
        if (count > 1) {
            const Waited waited = wait_for_any(entries, count, base::Deadline::now());
            if (waited != Waited::TimedOut) return waited;
        }
        base::Deadline until = wake_up_time(deadline);
        if (count > 1) until = base::Deadline::earlier(until, base::Deadline::after_us(kSliceUs));
        run_until(loop_, until);
        if (woken == 0 && deadline.passed()) return Waited::TimedOut;
    }
    return Waited::Ready;
}

// (There is no fork.)
void EventLoop::forget() { loop_ = nullptr; }

} // namespace uvstream::loop

#endif
