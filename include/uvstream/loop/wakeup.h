#pragma once

namespace uvstream::loop {

// What a libuv callback may touch of whoever waits: it says "look again" and nothing else. It never enters Zend, never
// switches and never runs the loop. A strand has one, and lives longer than every wait.
struct Wakeup {
    bool is_due = false;
};

} // namespace uvstream::loop
