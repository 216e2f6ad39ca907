#pragma once

#include <csignal>

namespace uvstream::libraries {

// In the place of sigaction(2), by which a library ignores SIGPIPE while it is in a call, and then has that handled as
// before: see zend::PipeSignal.
int sigaction_noticing(int signal, const struct sigaction* action, struct sigaction* before);
extern int (*sigaction_real)(int signal, const struct sigaction* action, struct sigaction* before);

} // namespace uvstream::libraries
