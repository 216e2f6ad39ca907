#include "uvstream/sched/strand.h"

#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

loop::WaitRecord& WaitRecords::take(loop::Wakeup& waiter) {
    if (taken_ >= kInPlace + more_.size()) more_.emplace_back();
    loop::WaitRecord& record = (*this)[taken_++];
    record.waiter = &waiter;
    return record;
}

void WaitRecords::drop() {
    while (taken_ > 0) (*this)[--taken_].leave();
}

Strand::Strand(Scheduler& its) : scheduler(its) { scheduler.dispatcher().add(*this); }

Strand::~Strand() { scheduler.dispatcher().remove(*this); }

void Strand::wake() {
    if (!is_parked_) return;
    ++wakes_;
    scheduler.dispatcher().make_ready(*this);
}

void Strand::cancel() {
    is_cancelled_ = true;
    wake();
}

} // namespace uvstream::sched
