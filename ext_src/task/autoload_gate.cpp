#include "uvstream/task/autoload_gate.h"

#include <algorithm>

#include "uvstream/base/deadline.h"

namespace uvstream::task {

namespace {

// The process's.
AutoloadGate* (*gate_of_thread)() = nullptr;
zend_class_entry* (*load_below)(zend_string* name, zend_string* lower_name) = nullptr;

zend_class_entry* load_by_gate(zend_string* name, zend_string* lower_name) {
    AutoloadGate* const gate = gate_of_thread();
    return gate != nullptr ? gate->load(name, lower_name) : load_below(name, lower_name);
}

zend_class_entry* loaded(zend_string* lower_name) {
    return static_cast<zend_class_entry*>(zend_hash_find_ptr(EG(class_table), lower_name));
}

} // namespace

void AutoloadGate::install(AutoloadGate* (*of_thread)()) {
    if (zend_autoload == nullptr) return;
    gate_of_thread = of_thread;
    load_below = zend_autoload;
    zend_autoload = load_by_gate;
}

void AutoloadGate::remove() {
    // (Somebody may have put himself before us.)
    if (load_below != nullptr && zend_autoload == load_by_gate) zend_autoload = load_below;
}

zend_class_entry* AutoloadGate::load(zend_string* name, zend_string* lower_name) {
    sched::Strand& strand = scheduler_.current();
    Load& load = join(lower_name);
    zend_class_entry* found = nullptr;
    bool may_load = true;
    while (may_load && found == nullptr && load.loading.is_taken() && !load.loading.is_taken_by(strand)) {
        may_load = wait(strand, load);
        if (may_load) found = loaded(lower_name);
    }
    if (may_load && found == nullptr) {
        // (The engine does not ask for what the strand loads already; but a Fiber of the script's may be away within
        // its loader.)
        const bool is_first = !load.loading.is_taken();
        if (is_first) load.loading.take(strand);
        found = load_below(name, lower_name);
        if (is_first) load.loading.give_back();
    }
    leave(load);
    return found;
}

// False: it cannot wait, or was woken for another reason. The class is not there then. That is also what a single
// strand gets that needs, to load a class, the class itself: those who wait in a circle are like one.
bool AutoloadGate::wait(sched::Strand& strand, Load& load) {
    if (!scheduler_.dispatcher().may_switch() || is_circle(strand, load)) return false;
    wishes_.push_back({&strand, &load});
    const sched::Woken woken = load.loading.wait(sched::Waiter(strand), base::Deadline::never());
    forget(strand);
    return woken == sched::Woken::Ready;
}

bool AutoloadGate::is_circle(const sched::Strand& strand, const Load& load) const {
    const Load* wanted = &load;
    for (size_t steps = 0; steps <= wishes_.size(); ++steps) {
        if (wanted->loading.is_taken_by(strand)) return true;
        const auto by_its_loader = [wanted](const Wish& wish) { return wanted->loading.is_taken_by(*wish.by); };
        const auto next = std::find_if(wishes_.begin(), wishes_.end(), by_its_loader);
        if (next == wishes_.end()) return false;
        wanted = next->load;
    }
    return false;
}

AutoloadGate::Load& AutoloadGate::join(zend_string* lower_name) {
    const auto is_its = [lower_name](const auto& load) { return zend_string_equals(load->name, lower_name); };
    auto place = std::find_if(loads_.begin(), loads_.end(), is_its);
    if (place == loads_.end()) {
        place = loads_.insert(place, std::make_unique<Load>());
        (*place)->name = zend_string_copy(lower_name);
    }
    ++(*place)->users;
    return **place;
}

void AutoloadGate::leave(Load& load) {
    if (--load.users > 0) return;
    zend_string_release(load.name);
    loads_.erase(std::find_if(loads_.begin(), loads_.end(), [&load](const auto& one) { return one.get() == &load; }));
}

const zend_string* AutoloadGate::awaited_by(const sched::Strand& strand) const {
    for (const Wish& wish : wishes_) {
        if (wish.by == &strand) return wish.load->name;
    }
    return nullptr;
}

void AutoloadGate::forget(const sched::Strand& strand) {
    const auto is_its = [&strand](const Wish& wish) { return wish.by == &strand; };
    wishes_.erase(std::remove_if(wishes_.begin(), wishes_.end(), is_its), wishes_.end());
}

// (The names were memory of the request's.)
void AutoloadGate::reset() {
    loads_.clear();
    wishes_.clear();
}

} // namespace uvstream::task
