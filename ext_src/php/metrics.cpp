#include "uvstream/php/metrics.h"

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "uvstream/loop/job.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/task/tasks.h"

namespace uvstream::php {

namespace {

using Kind = sched::Event::Kind;

// What a strand waits for, as a label.
enum Waits { Read, Write, ReadOrWrite, Select, LookUp, Time, Task, Scope, Receive, Send, Fiber, Turn, Other, kWaits };
constexpr const char* kLabels[kWaits] = {"read",  "write",   "read_or_write", "select", "lookup", "time", "task",
                                         "scope", "receive", "send",          "fiber",  "turn",   "other"};

Waits kind_of(const sched::Event& event) {
    switch (event.kind) {
    case Kind::Readable: return Read;
    case Kind::Writable: return Write;
    case Kind::Either: return ReadOrWrite;
    case Kind::Many: return Select;
    case Kind::Answer: return LookUp;
    case Kind::Time: return Time;
    case Kind::Turn:
    case Kind::Place: return Turn;
    default: return Other;
    }
}

Waits kind_of(const task::Body& body) {
    using For = task::WaitsFor::Kind;
    switch (body.waits_for.kind) {
    case For::Task: return Task;
    case For::Members: return Scope;
    case For::Receive: return Receive;
    case For::Send: return Send;
    case For::Resume: return Fiber;
    default: return kind_of(body.strand.parking.waits_for);
    }
}

struct Seconds {
    uint64_t us;
};

std::string text_of(uint64_t value) { return std::to_string(value); }
std::string text_of(Seconds value) {
    char text[32]; // (not by %f, whose point is the locale's)
    snprintf(text, sizeof(text), "%" PRIu64 ".%06u", value.us / 1000000, static_cast<unsigned>(value.us % 1000000));
    return text;
}

class Page {
  public:
    Page(std::string& text, bool is_open) : text_(text), is_open_(is_open) {}

    template <class Value> void add_gauge(const char* name, const char* help, Value value) {
        add_head(name, "gauge", help);
        add_value(name, "", value);
    }
    template <class Value> void add_counter(const char* name, const char* help, Value value) {
        add_head(name, "counter", help);
        add_value(name, "_total", value);
    }
    void add_waits(const char* name, const char* help, const uint64_t (&counts)[kWaits]);
    void add_lag(const char* name, const char* help, const sched::TimerHeap::Lag& lag);

  private:
    // (The suffix of a counter's value is part of its name only in the older format.)
    void add_head(const char* name, std::string_view type, const char* help) {
        const char* const suffix = !is_open_ && type == "counter" ? "_total " : " ";
        text_.append("# HELP uvstream_").append(name).append(suffix).append(help).append(".\n");
        text_.append("# TYPE uvstream_").append(name).append(suffix).append(type).append("\n");
    }
    template <class Value> void add_value(const char* name, const char* suffix, Value value) {
        text_.append("uvstream_").append(name).append(suffix).append(" ").append(text_of(value)).append("\n");
    }

    std::string& text_;
    bool is_open_;
};

void Page::add_waits(const char* name, const char* help, const uint64_t (&counts)[kWaits]) {
    add_head(name, "gauge", help);
    for (int i = 0; i < kWaits; ++i) {
        text_.append("uvstream_").append(name).append("{for=\"").append(kLabels[i]).append("\"} ");
        text_.append(std::to_string(counts[i])).append("\n");
    }
}

void Page::add_lag(const char* name, const char* help, const sched::TimerHeap::Lag& lag) {
    add_head(name, "summary", help);
    add_value(name, "_sum", Seconds{lag.total_us});
    add_value(name, "_count", lag.count);
}

void add_tasks(Page& page, const task::Tasks& tasks) {
    page.add_gauge("tasks_live", "Tasks that have not ended", tasks.live());
    page.add_counter("tasks_spawned", "Tasks that were made", tasks.spawned);
    page.add_counter("tasks_ended", "Tasks that have ended", tasks.ended);
    page.add_counter("tasks_failed", "Tasks that have ended by an exception", tasks.failed);
    page.add_counter("tasks_cancelled", "Tasks that have ended since they were cancelled", tasks.cancelled);
    page.add_gauge("stacks_mapped", "C stacks of tasks, pooled ones among them", tasks.stacks.mapped());
}

void add_strands(Page& page, const sched::Dispatcher& dispatcher) {
    const auto& counts = dispatcher.counts();
    uint64_t waiting[kWaits] = {};
    dispatcher.for_each([&](const sched::Strand& strand) {
        if (strand.parking.is_parked) ++waiting[kind_of(task::body_of(strand))];
    });
    page.add_waits("strands_waiting", "The main strand and tasks that wait, by what they wait for", waiting);
    page.add_gauge("strands_ready", "Strands that could go on and wait for the thread", dispatcher.ready().size());
    page.add_counter("switches", "Switches from one strand to another", counts.switches);
    page.add_counter("waits", "Waits during which others could run", counts.parked);
    page.add_counter("waits_in_place", "Waits that held the thread while there were others", counts.in_place);
    page.add_counter("in_place_seconds", "How long such waits have held the thread", Seconds{counts.in_place_us});
}

void add_loop(Page& page, sched::Scheduler& scheduler) {
    const auto& counts = scheduler.dispatcher().counts();
    page.add_counter("turns", "Passes of the event loop", counts.turns);
    page.add_lag("loop_lag_seconds", "How late strands were woken whose time had come", counts.lag);
    page.add_gauge("loop_lag_longest_seconds", "The longest of these", Seconds{counts.lag.longest_us});
    page.add_counter("accepted", "Connections that were accepted", counts.accepted);
    page.add_counter("accept_pauses", "Pauses of an accept for want of a descriptor", counts.starved);
    page.add_counter("handshakes_failed", "TLS handshakes that have failed", counts.handshakes_failed);
    page.add_gauge("lookups_in_flight", "Names that are being looked up", scheduler.look_ups());
    page.add_gauge("jobs_in_flight", "Calls that threads make, look-ups among them", scheduler.jobs());
}

} // namespace

void append_metrics(std::string& text, bool is_open) {
    const task::Tasks& tasks = task::tasks();
    const sched::Dispatcher& dispatcher = tasks.scheduler.dispatcher();
    Page page(text, is_open);
    add_tasks(page, tasks);
    add_strands(page, dispatcher);
    add_loop(page, tasks.scheduler);
    if (is_open) text += "# EOF\n";
}

} // namespace uvstream::php
