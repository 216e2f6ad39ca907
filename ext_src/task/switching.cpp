#include "uvstream/task/switching.h"

#include "uvstream/task/failed_waits.h"
#include "uvstream/task/may_switch.h"
#include "uvstream/task/tasks.h"

namespace uvstream::task {

namespace {

// Of the engine's own switch, which are the first to be needed again.
constexpr size_t kFramesBelow = 384;

void leave(Body& body) {
    body.context = EG(current_fiber_context);
    body.frame = EG(current_execute_data);
    if (EG(active_fiber) != nullptr) EG(active_fiber)->execute_data = body.frame; // for who looks at its frames
    sched::HotMemory& hot = body.strand.hot;
    hot.stack = static_cast<const char*>(__builtin_frame_address(0)) - kFramesBelow;
    hot.places[0] = body.context;
    hot.places[1] = body.frame;
    body.engine.leave();
}

void switch_to(sched::Strand& from, sched::Strand& to) {
    Body& body = body_of(from);
    leave(body);
    switch_to_body(body_of(to));
    EG(current_execute_data) = body.frame;
    body.engine.enter();
    tasks().resumed(body);
}

bool is_in_script(const zend_execute_data* frame) {
    while (frame != nullptr && (frame->func == nullptr || !ZEND_USER_CODE(frame->func->type))) {
        frame = frame->prev_execute_data;
    }
    return frame != nullptr;
}

void fail(sched::Strand&) { tasks().keep_deadlock(); }

void forget(sched::Strand& strand) { tasks().forget(body_of(strand)); }

} // namespace

void switch_to_body(Body& to) {
    const bool is_new = to.task != nullptr && to.task->state() == Task::State::Ready;
    // (A debugger that is told of a new context wants to know where it comes from.)
    if (is_new && !is_in_script(EG(current_execute_data))) EG(current_execute_data) = tasks().main().frame;
    zend_fiber_transfer transfer = {};
    transfer.context = is_new ? to.task->begin() : to.context;
    ZVAL_NULL(&transfer.value);
    zend_fiber_switch_context(&transfer);
}

const sched::Switcher switcher = {may_switch, switch_to, fail, fail_wait, forget};

} // namespace uvstream::task
