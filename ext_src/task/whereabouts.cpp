#include "uvstream/task/whereabouts.h"

#include <cinttypes>
#include <cstdio>

#include "uvstream/base/deadline.h"
#include "uvstream/sched/exclusive.h"
#include "uvstream/task/channel.h"
#include "uvstream/task/task.h"
#include "uvstream/task/tasks.h"

namespace uvstream::task {

namespace {

void append(Text& text, const zend_string* more) { text.append(ZSTR_VAL(more), ZSTR_LEN(more)); }

const Task* task_of(uint64_t number) {
    const auto& index = tasks().by_number;
    if (!index.empty()) {
        const auto found = index.find(number);
        return found != index.end() ? found->second : nullptr;
    }
    const Task* task = tasks().first();
    while (task != nullptr && task->number() != number) task = task->next_live;
    return task;
}

// As a channel remembers it: it may have ended.
void append_name(Text& text, uint64_t number) {
    if (number == Channel::kMain) return (void)text.append("{main}");
    if (const Task* const task = task_of(number)) return append_name(text, task->body);
    text += "task #" + std::to_string(number) + " (which has ended)";
}

const zend_execute_data* frame_of(const Body& body) {
    return &tasks().running() == &body ? EG(current_execute_data) : body.frame;
}

void append_members(Text& text, const Group& group) {
    constexpr size_t kMost = 10;
    text += " for " + std::to_string(group.live()) + (group.live() == 1 ? " task" : " tasks") +
            " that it has opened a scope for";
    const char* before = " (";
    size_t count = 0;
    for (const Task* task = group.first(); task != nullptr && count < kMost; task = task->next_member, ++count) {
        text += before;
        append_name(text, task->body);
        before = ", ";
    }
    if (count > 0) text += count < group.live() ? ", ...)" : ")";
}

void append_channel(Text& text, const Channel& channel, bool sends) {
    text += (sends ? " for room in channel #" : " for a value of channel #") + std::to_string(channel.handle());
    const uint64_t holder = sends ? channel.last_sender() : channel.last_receiver();
    if (holder == Channel::kNobody) return;
    text += sends ? ", which was filled last by " : ", of which the last one has ";
    append_name(text, holder);
}

void append_time_left(Text& text, base::Deadline due) {
    if (due.is_never()) return;
    text += " for another ";
    append_seconds(text, due.left_us());
}

void append_turn(Text& text, const Body& body) {
    const sched::Strand* const holder = sched::Exclusive::holder_before(body.strand);
    if (const zend_string* const class_name = tasks().autoload_gate.awaited_by(body.strand)) {
        text += " for class ";
        append(text, class_name);
        text += " to be loaded";
        if (holder != nullptr) text += " by ";
    } else {
        text += holder != nullptr ? " for its turn behind " : " for its turn";
    }
    if (holder != nullptr) append_name(text, body_of(*holder));
}

// Who stands before it in the line of what it waits for.
void append_before(Text& text, const sched::Strand& strand) {
    const sched::Strand* const first = strand.first_before();
    if (first == nullptr) return;
    text += " behind ";
    append_name(text, body_of(*first));
}

// A wait that this layer began for none of its own reasons.
void append_event(Text& text, const Body& body) {
    using Kind = sched::Event::Kind;
    const sched::Parking& parking = body.strand.parking;
    const sched::Event& event = parking.waits_for;
    switch (event.kind) {
    case Kind::Time: append_time_left(text, parking.due); break;
    case Kind::Readable:
    case Kind::Writable:
    case Kind::Either:
        if (event.fd < 0) break;
        tasks().hooks.describe_wait(text, event);
        append_before(text, body.strand);
        break;
    case Kind::Answer:
        if (const char* const subject = event.subject()) text.append(" for the look-up of ").append(subject);
        break;
    case Kind::Many: text += " for one of several streams"; break;
    case Kind::Turn: text += " for the others to run"; break;
    case Kind::Place: append_turn(text, body); break;
    case Kind::Flag: break;
    }
}

void append_waits_for(Text& text, const Body& body) {
    const WaitsFor& waits_for = body.waits_for;
    switch (waits_for.kind) {
    case WaitsFor::Kind::Nothing: append_event(text, body); break;
    case WaitsFor::Kind::Task:
        text += " for ";
        append_name(text, static_cast<const Task*>(waits_for.what)->body);
        break;
    case WaitsFor::Kind::Members: append_members(text, *static_cast<const Group*>(waits_for.what)); break;
    case WaitsFor::Kind::Receive: append_channel(text, *static_cast<const Channel*>(waits_for.what), false); break;
    case WaitsFor::Kind::Send: append_channel(text, *static_cast<const Channel*>(waits_for.what), true); break;
    case WaitsFor::Kind::Resume: text += " for its Fiber to be resumed"; break;
    }
}

void append_wait(Text& text, const Body& body) {
    text += "waits";
    append_waits_for(text, body);
    append_place(text, frame_of(body));
}

// The strand that runs, and that nobody else runs beside.
void append_wait_in_place(Text& text, const Body& body) {
    append_wait(text, body);
    if (body.strand.scheduler.dispatcher().has_others()) text += ", and lets nobody else run";
}

void append_running(Text& text, const Body& body, Where from) {
    if (from == Where::InWait) return append_wait_in_place(text, body);
    text += "runs";
    append_place(text, EG(current_execute_data));
}

void append_task(Text& text, const Task& task, Where from) {
    const bool is_running = &tasks().running() == &task.body;
    const bool is_parked = task.body.strand.parking.is_parked;
    if (task.state() == Task::State::Ended) {
        text += "has ended";
    } else if (task.state() == Task::State::Queued) {
        text += "waits for its turn in a group with a limit";
    } else if (task.state() < Task::State::Begun) {
        text += "has not begun";
        append_function(text, *task.fiber());
    } else if (is_running && !is_parked) {
        append_running(text, task.body, from);
    } else {
        append_wait(text, task.body);
    }
}

} // namespace

void append_name(Text& text, const Body& body) {
    if (body.task == nullptr) return (void)text.append("{main}");
    text += "task #" + std::to_string(body.task->number());
    if (ZSTR_LEN(body.task->name()) == 0) return;
    text += " \"";
    append(text, body.task->name());
    text += "\"";
}

void append_seconds(Text& text, int64_t us) {
    char seconds[40];
    snprintf(seconds, sizeof(seconds), "%" PRId64 ".%" PRId64 " s", us / 1000000, us / 100000 % 10);
    text += seconds;
}

// The call that waits, and the line of the script's that it stands in.
void append_place(Text& text, const zend_execute_data* frame) {
    const zend_function* call = nullptr;
    for (; frame != nullptr; frame = frame->prev_execute_data) {
        if (frame->func == nullptr) continue;
        if (ZEND_USER_CODE(frame->func->type)) break;
        if (frame->func->common.function_name != nullptr) call = frame->func;
    }
    if (call != nullptr) {
        text += " in ";
        if (call->common.scope != nullptr) {
            append(text, call->common.scope->name);
            text += "::";
        }
        append(text, call->common.function_name);
        text += "()";
    }
    if (frame == nullptr) return;
    text += " at ";
    append(text, frame->func->op_array.filename);
    text += ":" + std::to_string(frame->opline->lineno);
}

void append_function(Text& text, const zend_fiber& fiber) {
    const zend_function* function = fiber.fci_cache.function_handler;
    const zval& its = fiber.fci.function_name; // before it is called
    const bool is_closure = Z_TYPE(its) == IS_OBJECT && Z_OBJCE(its) == zend_ce_closure;
    if (function == nullptr && is_closure) function = zend_get_closure_method_def(Z_OBJ(its));
    if (function == nullptr || !ZEND_USER_CODE(function->type)) return;
    text += " at ";
    append(text, function->op_array.filename);
    text += ":" + std::to_string(function->op_array.line_start);
}

void append_whereabouts(Text& text, const Body& body, Where from) {
    const bool is_running = &tasks().running() == &body;
    if (body.task != nullptr) {
        append_task(text, *body.task, from);
    } else if (is_running && !body.strand.parking.is_parked) {
        append_running(text, body, from);
    } else {
        append_wait(text, body);
    }
}

// (The text is not a local: a memory limit that is met here jumps past whoever would free it.)
zend_string* take_text(Text& text) {
    zend_string* const taken = zend_string_init(text.data(), text.size(), false);
    Text().swap(text);
    return taken;
}

zend_string* whereabouts(const Body& body) {
    Text& text = tasks().text;
    text.clear();
    append_whereabouts(text, body, Where::InCode);
    return take_text(text);
}

TasksByNumber::TasksByNumber() {
    for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
        tasks().by_number.emplace(task->number(), task);
    }
}
TasksByNumber::~TasksByNumber() { std::unordered_map<uint64_t, const Task*>().swap(tasks().by_number); }

static void append_all(Text& text, const Body& head) {
    const TasksByNumber index;
    for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
        if (task != tasks().first() || head.task == nullptr) text += "; ";
        append_name(text, task->body);
        text += ' ';
        append_whereabouts(text, task->body, Where::InWait);
    }
}

zend_string* deadlock_report(const Body& head) {
    Text& text = tasks().text;
    text = "All wait for each other: ";
    if (head.task == nullptr) {
        text += "{main} ";
        append_wait(text, head);
    }
    append_all(text, head);
    return take_text(text);
}

} // namespace uvstream::task
