#pragma once

#include <string_view>

// Who asks the process what its tasks do: bin/uvstream-ps, by a signal that is ours once there are tasks; and
// uvstream.dump_signal.
namespace uvstream::php {

// The request's first task is spawned: bin/uvstream-ps may ask from now on.
void hear_peers();

// A signal by its name ("SIGUSR2", "SIGRTMIN+3") or number; 0 where there is none that can be handled.
int signal_of(std::string_view name);

// uvstream.dump_signal. False where something else handles it.
bool hear_dump_signal(int signal);

// The script has taken the signal for itself.
void signal_taken(int signal);

// At a safe point of the engine's. True where that was made due by a request, and maybe by nothing else.
bool attend_to_requests();

} // namespace uvstream::php
