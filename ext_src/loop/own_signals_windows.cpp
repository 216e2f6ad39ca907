#ifdef _WIN32

#include "uvstream/loop/own_signals.h"

// Where processes have no signals: nobody asks anything.
namespace uvstream::loop {

struct OwnSignals::Hearer {};
OwnSignals::Hearer OwnSignals::hearers_[kMost];

void OwnSignals::hear(const Engine& /*engine*/) {}
void OwnSignals::leave() {}
bool OwnSignals::take(int /*signal*/, Kind /*kind*/) { return false; }
bool OwnSignals::has(int /*signal*/) { return false; }
void OwnSignals::expect(int /*signal*/, Kind /*kind*/) {}
void OwnSignals::on_signal(int /*signal*/, siginfo_t* /*info*/, void*) {}
void OwnSignals::let_go(int /*signal*/) {}
void OwnSignals::ignore_all() {}
unsigned OwnSignals::asked() { return 0; }
bool OwnSignals::have_interrupted() { return false; }
unsigned OwnSignals::hearers() { return 0; }
bool OwnSignals::begin_wait() { return true; }
void OwnSignals::end_wait() {}
bool OwnSignals::attend() { return false; }

} // namespace uvstream::loop

#endif
