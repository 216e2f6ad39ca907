#include "uvstream/php/wait_functions.h"

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstdint>

#include "uvstream/base/deadline.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::php {

namespace {

constexpr int64_t kUsPerSecond = 1000000, kNsPerUs = 1000;

// Sleeps so long, and returns what a signal has left of it; no time at all is one turn for the others.
int64_t sleep_us(int64_t us, sched::OnSignal on_signal) {
    const stream::Waits waits(nullptr);
    sched::Scheduler& scheduler = stream::state().scheduler;
    if (us == 0) {
        if (scheduler.dispatcher().may_switch()) (void)scheduler.yield(waits.waiter());
        return 0;
    }
    const auto deadline = base::Deadline::after_us(us);
    const sched::Woken woken = scheduler.park(waits.waiter(), sched::Event::time(), deadline, on_signal);
    return woken == sched::Woken::TimedOut ? 0 : deadline.left_us();
}

// A time that PHP's function takes. (What is too long for a deadline is as good as for ever.)
int64_t us_of(zend_long seconds, int64_t rest_us) {
    constexpr zend_long kLongest = INT64_MAX / kUsPerSecond / 4;
    return static_cast<int64_t>(std::min(seconds, kLongest)) * kUsPerSecond + rest_us;
}

bool may_block() { return stream::state().scheduler.may_block(); }

// What was parsed is not to be parsed, and warned of, a second time.
void keep(zend_execute_data* call, uint32_t number, zend_long value) {
    zval_ptr_dtor(ZEND_CALL_ARG(call, number));
    ZVAL_LONG(ZEND_CALL_ARG(call, number), value);
}

void keep(zend_execute_data* call, uint32_t number, double value) {
    zval_ptr_dtor(ZEND_CALL_ARG(call, number));
    ZVAL_DOUBLE(ZEND_CALL_ARG(call, number), value);
}

// The least and the most that PHP's function takes and does not refuse.
bool is_time(zend_long number, zend_long most) { return number >= 0 && number <= most; }

} // namespace

PHP_FUNCTION(sleep) {
    zend_long seconds = -1;
    if (!may_block()) {
        ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(seconds)
        ZEND_PARSE_PARAMETERS_END();
        keep(execute_data, 1, seconds);
    }
    if (!is_time(seconds, UINT_MAX)) return previous_handler<ZEND_FN(sleep)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    RETURN_LONG(sleep_us(us_of(seconds, 0), sched::OnSignal::Return) / kUsPerSecond);
}

PHP_FUNCTION(usleep) {
    zend_long us = -1;
    if (!may_block()) {
        ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_LONG(us)
        ZEND_PARSE_PARAMETERS_END();
        keep(execute_data, 1, us);
    }
    if (!is_time(us, UINT_MAX)) return previous_handler<ZEND_FN(usleep)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    sleep_us(us, sched::OnSignal::Return);
}

PHP_FUNCTION(time_nanosleep) {
    zend_long seconds = -1, ns = -1;
    if (!may_block()) {
        ZEND_PARSE_PARAMETERS_START(2, 2)
        Z_PARAM_LONG(seconds)
        Z_PARAM_LONG(ns)
        ZEND_PARSE_PARAMETERS_END();
        keep(execute_data, 1, seconds);
        keep(execute_data, 2, ns);
    }
    if (!is_time(seconds, ZEND_LONG_MAX) || !is_time(ns, 999999999)) {
        return previous_handler<ZEND_FN(time_nanosleep)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    const int64_t us = us_of(seconds, (ns + kNsPerUs - 1) / kNsPerUs);
    const int64_t left_us = sleep_us(us, sched::OnSignal::Return);
    if (left_us == 0) RETURN_TRUE;
    array_init(return_value);
    add_assoc_long(return_value, "seconds", left_us / kUsPerSecond);
    add_assoc_long(return_value, "nanoseconds", left_us % kUsPerSecond * kNsPerUs);
}

PHP_FUNCTION(time_sleep_until) {
    double at = -1;
    if (!may_block()) {
        ZEND_PARSE_PARAMETERS_START(1, 1)
        Z_PARAM_DOUBLE(at)
        ZEND_PARSE_PARAMETERS_END();
        keep(execute_data, 1, at);
    }
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const double now_us = static_cast<double>(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
    const double us = at * kUsPerSecond - now_us;
    // In the past, or no time at all: PHP's function says so.
    if (!(us > 0 && us < 1e18)) {
        return previous_handler<ZEND_FN(time_sleep_until)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    }
    sleep_us(static_cast<int64_t>(us) + 1, sched::OnSignal::GoOn);
    RETURN_TRUE;
}

} // namespace uvstream::php
