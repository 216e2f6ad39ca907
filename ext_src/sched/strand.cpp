#include "uvstream/sched/strand.h"

#include <utility>

#include "uvstream/sched/scheduler.h"

namespace uvstream::sched {

void WaitRecords::reserve(size_t count) {
    if (count <= room_) return;
    more_ = std::make_unique<loop::WaitRecord[]>(count);
    records_ = more_.get();
    room_ = static_cast<uint32_t>(count);
}

loop::WaitRecord& WaitRecords::take(loop::Wakeup& waiter, bool only_looks) {
    loop::WaitRecord& record = records_[taken_++];
    record.waiter = &waiter;
    record.only_looks = only_looks;
    record.awaits_strand = false;
    return record;
}

bool WaitRecords::await_kernel() const {
    for (size_t i = 0; i < taken_; ++i) {
        if (!records_[i].awaits_strand) return true;
    }
    return false;
}

bool WaitRecords::are_first() const {
    for (size_t i = 0; i < taken_; ++i) {
        const loop::WaitRecord& record = (*this)[i];
        if (record.line == nullptr || record.line->first_taker() != &record) return false;
    }
    return taken_ > 0;
}

void WaitRecords::drop() {
    while (taken_ > 0) records_[--taken_].leave();
}

void WaitRecords::close() {
    for (size_t i = 0; i < taken_; ++i) records_[i].close();
}

void WaitRecords::hand_on() {
    while (taken_ > 0) {
        loop::WaitRecord& record = records_[--taken_];
        loop::WaitLine* const line = record.line;
        record.leave();
        if (line != nullptr && record.state == loop::WaitRecord::State::Fired) line->fire_first(record.may_be_hang_up);
    }
}

Strand::Strand(Scheduler& its) : scheduler(its) { scheduler.dispatcher().add(*this); }

Strand::~Strand() { scheduler.dispatcher().remove(*this); }

void Strand::wake() {
    if (!parking.is_parked) return;
    ++parking.wakes;
    scheduler.dispatcher().make_ready(*this);
}

void Strand::close_wait() {
    if (!parking.is_parked || !(parking.waits_for.is_descriptor() || parking.is_call) || records.is_any_fired()) return;
    records.close();
    wake();
}

const Strand* Strand::first_before() const {
    if (records.taken() == 0 || records[0].line == nullptr) return nullptr;
    const loop::WaitRecord* const first = records[0].line->first_taker();
    return first != nullptr && first->waiter != this ? static_cast<const Strand*>(first->waiter) : nullptr;
}

void Strand::cancel() { set_end(limit, true); }

void Strand::set_end(base::Deadline its_limit, bool is_cancelled) {
    limit = its_limit;
    const bool was_cancelled = std::exchange(parking.is_cancelled, is_cancelled);
    if (!is_cancelled || was_cancelled) return;
    if (parking.is_parked && parking.due.passed()) parking.is_late = true; // that came first
    wake();
}

Strand& Waiter::strand() const { return scheduler.current(); }

} // namespace uvstream::sched
