#include "uvstream/php/signal_functions.h"

#include <atomic>
#include <csignal>

#include "uvstream/php/dump_requests.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/tls/taken_bytes.h"
#include "uvstream/zend/signals.h"

namespace uvstream::php {

namespace {

constexpr int kSignals = 65;

// Pcntl's own handler, by signal. Read by ours, in whichever thread that runs.
std::atomic<zend::SignalHandler> handlers[kSignals];

void note_signal(int signal, siginfo_t* info, void* context) {
    sched::Dispatcher::note_signal();
    if (const zend::SignalHandler handler = handlers[signal]) handler(signal, info, context);
}

void take_signal(int signal) {
    if (const zend::SignalHandler before = zend::exchange_handler(signal, note_signal)) handlers[signal] = before;
}

} // namespace

// pcntl keeps to itself whether handlers are to run at once; a wait that the kernel would restart after a signal needs
// to know. So we listen in.
PHP_FUNCTION(pcntl_async_signals) {
    previous_handler<ZEND_FN(pcntl_async_signals)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (ZEND_NUM_ARGS() == 0 || EG(exception) || Z_TYPE_P(ZEND_CALL_ARG(execute_data, 1)) == IS_NULL) return;
    stream::state().has_async_signals = zend_is_true(ZEND_CALL_ARG(execute_data, 1));
}

// Whether the system is to restart a call that the signal interrupts is a matter of each handler; of SIGALRM's it never
// is. A wait of ours that stands for a blocking call does as that call would.
PHP_FUNCTION(pcntl_signal) {
    previous_handler<ZEND_FN(pcntl_signal)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    if (Z_TYPE_P(return_value) != IS_TRUE) return;
    const zend_long signal = zval_get_long(ZEND_CALL_ARG(execute_data, 1));
    struct sigaction action;
    signal_taken(static_cast<int>(signal));
    if (signal < 1 || signal >= kSignals || sigaction(static_cast<int>(signal), nullptr, &action) != 0) return;
    const bool is_handled = Z_TYPE_P(ZEND_CALL_ARG(execute_data, 2)) != IS_LONG; // not SIG_DFL, nor SIG_IGN
    if (is_handled) take_signal(static_cast<int>(signal));
    const uint64_t bit = uint64_t{1} << (signal - 1);
    const auto note = [bit](uint64_t& signals, bool is_one) { signals = is_one ? signals | bit : signals & ~bit; };
    note(stream::state().handled_signals, is_handled);
    note(stream::state().breaking_signals, is_handled && (action.sa_flags & SA_RESTART) == 0);
}

// After it both processes have every connection, and only one of them goes on with each. The count makes another
// State::fork_mark(): by that a TLS connection knows that this process has not used it since, and when it is closed
// here, its peer is not told (prepare_close_notify()).
PHP_FUNCTION(pcntl_fork) {
    stream::send_taken_before_fork();
    previous_handler<ZEND_FN(pcntl_fork)>(INTERNAL_FUNCTION_PARAM_PASSTHRU);
    ++stream::state().forks;
    // (Before the child does anything to a task of its parent's.)
    sched::Scheduler& scheduler = stream::state().scheduler;
    if (scheduler.dispatcher().has_others()) scheduler.leave_parents_loop();
}

void give_back_signals() {
    for (int signal = 1; signal < kSignals; ++signal) {
        const uint64_t bit = uint64_t{1} << (signal - 1);
        const zend::SignalHandler before = handlers[signal];
        if (before != nullptr && (stream::state().handled_signals & bit) != 0) zend::exchange_handler(signal, before);
    }
}

} // namespace uvstream::php
