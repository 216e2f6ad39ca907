#pragma once

// A stand-in for the C library's getaddrinfo(): names that begin with "slow" answer 127.0.0.1 once the gate opens,
// those with "dead" that no name server has answered, then; those with "gone" do not exist, at once. All others as
// ever. So a test decides how long a look-up takes.
namespace slow_names {

void close_gate();
void open_gate();

// Waits until that many look-ups stand at the gate; false when they do not come.
bool await_held(int count);

// How often such a name has been asked for.
int asked(const char* name);

// Holds look-ups of slow and dead names up while it lives.
struct Gate {
    Gate() { close_gate(); }
    ~Gate() { open_gate(); }
};

} // namespace slow_names
