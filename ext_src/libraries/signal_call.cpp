#include "uvstream/libraries/signal_call.h"

#include <utility>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/zend/pipe_signal.h"

namespace uvstream::libraries {

using zend::PipeSignal;

int (*sigaction_real)(int signal, const struct sigaction* action, struct sigaction* before) = nullptr;

// Who asks what there is, and then has it ignored, will put that back. (As libcurl does. A call that does both at once
// is the system's.)
int sigaction_noticing(int signal, const struct sigaction* action, struct sigaction* before) {
    static thread_local bool has_asked = false;
    if (signal != SIGPIPE || CallingThread::current() == nullptr) return sigaction_real(signal, action, before);
    const bool had_asked = std::exchange(has_asked, action == nullptr);
    if (action == nullptr || before != nullptr) return sigaction_real(signal, action, before);
    if (had_asked && action->sa_handler == SIG_IGN) return PipeSignal::begin(action);
    return PipeSignal::is_as_it_was() ? sigaction_real(signal, action, before) : PipeSignal::end();
}

} // namespace uvstream::libraries
