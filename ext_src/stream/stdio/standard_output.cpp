#include "uvstream/stream/stdio/standard_output.h"

#include <cerrno>
#include <cstring>

#include <unistd.h>

#include "uvstream/base/deadline.h"
#include "uvstream/net/instant.h"
#include "uvstream/net/wait.h"
#include "uvstream/sched/event.h"
#include "uvstream/stream/descriptors.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/stdio/stdio_ops.h"
#include "uvstream/stream/use/exchange.h"
#include "uvstream/stream/use/waits.h"

namespace uvstream::stream {

namespace {

// Written at module start-up, before any thread.
size_t (*previous)(const char*, size_t) = nullptr;

bool is_scripts_own() {
    const zend_execute_data* const frame = EG(current_execute_data);
    return frame != nullptr && frame->func != nullptr && ZEND_USER_CODE(frame->func->type);
}

bool is_fatal() { return (PG(last_error_type) & E_FATAL_ERRORS) != 0; }

// What is printed while it tidies up is not lost, though no wait of it succeeds any more.
bool is_at_end(const sched::Strand& strand) { return strand.parking.is_cancelled || strand.limit.passed(); }

bool may_park() {
    sched::Scheduler& scheduler = state().scheduler;
    if (scheduler.may_block() || is_at_end(scheduler.current())) return false;
    if (OG(active) != nullptr || !is_scripts_own() || is_fatal()) return false;
    return parking_memory(STDOUT_FILENO) != nullptr;
}

// Up to where it was cancelled, or the system refuses. (Where there is room it lets nobody run: what a task prints is
// to come in the order in which the script goes.)
size_t write_in_turn(const char* text, size_t size, base::LazyDeadline& never) {
    const Exchange exchange(nullptr, descriptor(STDOUT_FILENO), Exchange::Writes, true, never);
    if (!exchange.may_begin()) return 0;
    const Waits waits(nullptr);
    const auto room = sched::Event::writable(STDOUT_FILENO);
    size_t done = 0;
    while (done < size) {
        const ssize_t sent = net::write_at_once(STDOUT_FILENO, text + done, size - done);
        if (sent >= 0) {
            done += static_cast<size_t>(sent);
        } else if (errno != EAGAIN && errno != EINTR) {
            return done + previous(text + done, size - done);
        } else if (!net::wait_for(waits.waiter(), room, never.get()).ok()) {
            return done;
        }
    }
    return done;
}

size_t write_output(const char* text, size_t size) {
    if (!may_park()) return previous(text, size);
    base::LazyDeadline never(-1);
    const size_t done = write_in_turn(text, size, never);
    notes().exchange_call = nullptr; // the next one is another call
    return done;
}

} // namespace

void take_over_output() {
    if (strcmp(sapi_module.name, "cli") != 0) return;
    previous = sapi_module.ub_write;
    sapi_module.ub_write = write_output;
}

void give_back_output() {
    if (sapi_module.ub_write == write_output) sapi_module.ub_write = previous;
}

} // namespace uvstream::stream
