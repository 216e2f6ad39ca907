#pragma once

#include <cstddef>

#include "uvstream/loop/wait_line.h"

// Somebody who counts how often it is woken, and its places in the two lines of a descriptor.
struct Sleeper : uvstream::loop::Wakeup {
    size_t wakes = 0;
    uvstream::loop::WaitRecord record, second;

    Sleeper() { record.waiter = second.waiter = this; }
    ~Sleeper() {
        record.leave();
        second.leave();
    }
    void wake() override { ++wakes; }
    bool is_due() const { return wakes > 0; }
};
