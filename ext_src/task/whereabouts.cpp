#include "uvstream/task/whereabouts.h"

#include "uvstream/sched/exclusive.h"
#include "uvstream/task/channel.h"
#include "uvstream/task/task.h"
#include "uvstream/task/tasks.h"

namespace uvstream::task {

namespace {

void append_name(smart_str& text, const Task& task) {
    smart_str_append_printf(&text, "task #%" PRIu64, task.number());
    if (ZSTR_LEN(task.name()) > 0) smart_str_append_printf(&text, " \"%s\"", ZSTR_VAL(task.name()));
}

void append_name(smart_str& text, const Body& body) {
    if (body.task != nullptr) {
        append_name(text, *body.task);
    } else {
        smart_str_appends(&text, "{main}");
    }
}

// As a channel remembers it: it may have ended.
void append_name(smart_str& text, uint64_t number) {
    if (number == Channel::kMain) return smart_str_appends(&text, "{main}");
    for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
        if (task->number() == number) return append_name(text, *task);
    }
    smart_str_append_printf(&text, "task #%" PRIu64 " (which has ended)", number);
}

const zend_execute_data* frame_of(const Body& body) {
    return &tasks().running() == &body ? EG(current_execute_data) : body.frame;
}

// The call that waits, and the line of the script's that it stands in.
void append_place(smart_str& text, const zend_execute_data* frame) {
    const zend_function* call = nullptr;
    for (; frame != nullptr; frame = frame->prev_execute_data) {
        if (frame->func == nullptr) continue;
        if (ZEND_USER_CODE(frame->func->type)) break;
        if (frame->func->common.function_name != nullptr) call = frame->func;
    }
    if (call != nullptr) {
        smart_str_appends(&text, " in ");
        if (call->common.scope != nullptr) {
            smart_str_append(&text, call->common.scope->name);
            smart_str_appends(&text, "::");
        }
        smart_str_append(&text, call->common.function_name);
        smart_str_appends(&text, "()");
    }
    if (frame == nullptr) return;
    smart_str_append_printf(&text, " at %s:%u", ZSTR_VAL(frame->func->op_array.filename), frame->opline->lineno);
}

void append_members(smart_str& text, const Group& group) {
    constexpr size_t kMost = 10;
    smart_str_append_printf(&text, " for %zu task%s that it has opened a scope for", group.live(),
                            group.live() == 1 ? "" : "s");
    const char* before = " (";
    size_t count = 0;
    for (const Task* task = group.first(); task != nullptr && count < kMost; task = task->next_member, ++count) {
        smart_str_appends(&text, before);
        append_name(text, *task);
        before = ", ";
    }
    if (count > 0) smart_str_appends(&text, count < group.live() ? ", ...)" : ")");
}

void append_channel(smart_str& text, const Channel& channel, bool sends) {
    smart_str_append_printf(&text, sends ? " for room in channel #%u" : " for a value of channel #%u",
                            channel.handle());
    const uint64_t holder = sends ? channel.last_sender() : channel.last_receiver();
    if (holder == Channel::kNobody) return;
    smart_str_appends(&text, sends ? ", which was filled last by " : ", of which the last one has ");
    append_name(text, holder);
}

// A wait that this layer began for none of its own reasons.
void append_event(smart_str& text, const Body& body) {
    if (!body.strand.parking.is_parked) return;
    const sched::Strand* const holder = sched::Exclusive::holder_before(body.strand);
    if (holder == nullptr) return;
    smart_str_appends(&text, " for its turn behind ");
    append_name(text, body_of(*holder));
}

void append_waits_for(smart_str& text, const Body& body) {
    const WaitsFor& waits_for = body.waits_for;
    switch (waits_for.kind) {
    case WaitsFor::Kind::Nothing: append_event(text, body); break;
    case WaitsFor::Kind::Task:
        smart_str_appends(&text, " for ");
        append_name(text, *static_cast<const Task*>(waits_for.what));
        break;
    case WaitsFor::Kind::Members: append_members(text, *static_cast<const Group*>(waits_for.what)); break;
    case WaitsFor::Kind::Receive: append_channel(text, *static_cast<const Channel*>(waits_for.what), false); break;
    case WaitsFor::Kind::Send: append_channel(text, *static_cast<const Channel*>(waits_for.what), true); break;
    case WaitsFor::Kind::Resume: smart_str_appends(&text, " for its Fiber to be resumed"); break;
    }
}

void append(smart_str& text, const Body& body) {
    smart_str_appends(&text, "waits");
    append_waits_for(text, body);
    append_place(text, frame_of(body));
}

} // namespace

zend_string* whereabouts(const Body& body) {
    smart_str text = {};
    const Task::State state = body.task->state();
    if (state == Task::State::Ended) {
        smart_str_appends(&text, "has ended");
    } else if (&tasks().running() == &body) {
        smart_str_appends(&text, "runs");
        append_place(text, EG(current_execute_data));
    } else if (state < Task::State::Begun) {
        smart_str_appends(&text, "has not begun");
    } else {
        append(text, body);
    }
    return smart_str_extract(&text);
}

zend_string* deadlock_report(const Body& head) {
    smart_str text = {};
    smart_str_appends(&text, "All wait for each other: ");
    if (head.task == nullptr) {
        smart_str_appends(&text, "{main} ");
        append(text, head);
    }
    for (const Task* task = tasks().first(); task != nullptr; task = task->next_live) {
        if (task != tasks().first() || head.task == nullptr) smart_str_appends(&text, "; ");
        append_name(text, *task);
        smart_str_appendc(&text, ' ');
        if (task->state() != Task::State::Queued) {
            append(text, task->body);
        } else {
            smart_str_appends(&text, "waits for its turn in a group with a limit");
        }
    }
    return smart_str_extract(&text);
}

} // namespace uvstream::task
