#pragma once

#include <climits>
#include <cstdint>

#include "uvstream/base/clock.h"

namespace uvstream::base {

// A point in time at which a wait gives up, on the monotonic clock. It is set once per operation, so that signals and
// partial progress do not move it.
class Deadline {
  public:
    static Deadline never() { return Deadline(INT64_MAX); }

    // Already passed: looks, and does not wait. Costs no look at the clock.
    static Deadline now() { return Deadline(INT64_MIN); }

    // Microseconds from now; a negative number means never.
    static Deadline after_us(int64_t us) {
        if (us == 0) return now();
        const int64_t start = now_us();
        if (us < 0 || us > INT64_MAX - start) return never();
        return Deadline(start + us);
    }

    // This very moment, as a point in time that others can be compared with.
    static Deadline moment() { return Deadline(now_us()); }

    static Deadline earlier(Deadline a, Deadline b) { return a < b ? a : b; }
    friend bool operator<(Deadline a, Deadline b) { return a.at_us_ < b.at_us_; }

    bool is_never() const { return at_us_ == INT64_MAX; }
    bool is_now() const { return at_us_ == INT64_MIN; }
    bool passed() const { return is_now() || (!is_never() && now_us() >= at_us_); }

    // What is left; not for never().
    int64_t left_us() const {
        const int64_t now = is_now() ? 0 : now_us();
        return at_us_ > now ? at_us_ - now : 0;
    }

    // By how much it has passed at another point in time; now() is never late. Not for never().
    int64_t passed_us(Deadline at) const { return is_now() ? 0 : at.at_us_ - at_us_; }

    // For poll(2): rounded up, so that a wait never ends early.
    static int to_ms(int64_t us) {
        const int64_t ms = us / 1000 + (us % 1000 != 0);
        return ms > INT_MAX ? INT_MAX : static_cast<int>(ms);
    }

  private:
    explicit Deadline(int64_t at_us) : at_us_(at_us) {}

    int64_t at_us_;
};

// A deadline that is fixed by the first wait: most operations never ask the clock.
class LazyDeadline {
  public:
    // Microseconds from the first wait; a negative number means never.
    explicit LazyDeadline(int64_t timeout_us) : timeout_us_(timeout_us) {}
    // One that is fixed already.
    explicit LazyDeadline(Deadline deadline) : timeout_us_(-1), deadline_(deadline) {}
    Deadline get() {
        if (timeout_us_ >= 0 && deadline_.is_never()) deadline_ = Deadline::after_us(timeout_us_);
        return deadline_;
    }

  private:
    int64_t timeout_us_;
    Deadline deadline_ = Deadline::never();
};

} // namespace uvstream::base
