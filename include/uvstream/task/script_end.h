#pragma once

namespace uvstream::task {

// Has the running script's last shutdown function be ours, which ends its tasks: while destructors have not run, and
// output is not sent.
void call_at_script_end();

} // namespace uvstream::task
