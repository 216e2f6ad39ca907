#pragma once

#include "uvstream/sched/dispatcher.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/stream/use/warning_watch.h"
#include "uvstream/zend/bailout.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/php_api.h"

namespace uvstream::stream {

// Calls what may run user code, while C code below us is to go on with the stream, which may be null. It comes back
// also after a fatal error. A no-switch region: what C code has on its stack meanwhile is not to be interleaved.
template <class Call> auto call_in_use(php_stream* stream, Call call) {
    StreamUse use(stream);
    sched::Dispatcher& dispatcher = state().scheduler.dispatcher();
    dispatcher.forbid_switching();
    const auto result = call();
    dispatcher.allow_switching();
    use.finish();
    return result;
}

// The same for what does not come back by itself (an error handler, a notification).
// False where a fatal error ended it: the caller leaves things in order and calls zend::resume_bailout().
template <class Call> [[nodiscard]] bool call_guarded(php_stream* stream, Call call) {
    const size_t before = notes().to_free.size();
    const bool has_returned = call_in_use(stream, [&] { return zend::try_call(call); });
    if (notes().to_free.size() > before) zend::request_interrupt(); // freed when PHP's function has returned
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
    bool has_warned; // then the strand's tls_reason says of what
};
template <class Call> [[nodiscard]] Called call_below(php_stream* stream, Call call) {
    const WarningWatch watch;
    const bool has_returned = call_guarded(stream, call);
    const zend_string* const warning = watch.first();
    if (warning != nullptr) notes().tls_reason.set(without_function(warning));
    return {has_returned, warning != nullptr};
}

} // namespace uvstream::stream
