#include "uvstream/sched/strand.h"

#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

loop::WaitRecord& WaitRecords::take(loop::Wakeup& waiter, bool only_looks) {
    if (taken_ >= kInPlace + more_.size()) more_.emplace_back();
    loop::WaitRecord& record = at(taken_++);
    record.waiter = &waiter;
    record.only_looks = only_looks;
    return record;
}

bool WaitRecords::are_first() const {
    for (size_t i = 0; i < taken_; ++i) {
        const loop::WaitRecord& record = (*this)[i];
        if (record.line == nullptr || record.line->first_taker() != &record) return false;
    }
    return taken_ > 0;
}

void WaitRecords::drop() {
    while (taken_ > 0) at(--taken_).leave();
}

Strand::Strand(Scheduler& its) : scheduler(its) { scheduler.dispatcher().add(*this); }

Strand::~Strand() { scheduler.dispatcher().remove(*this); }

void Strand::wake() {
    if (!parking.is_parked) return;
    ++parking.wakes;
    scheduler.dispatcher().make_ready(*this);
}

void Strand::cancel() {
    parking.is_cancelled = true;
    wake();
}

} // namespace uvstream::sched
