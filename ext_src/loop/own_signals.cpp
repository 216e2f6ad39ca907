#ifndef _WIN32

#include "uvstream/loop/own_signals.h"

#include <atomic>
#include <csignal>
#include <cstdint>

#include <pthread.h>
#include <unistd.h>

#include "uvstream/base/kept_errno.h"

namespace uvstream::loop {

// A thread that hears. All of it is read by a signal's handler, in whichever thread that runs.
struct OwnSignals::Hearer {
    std::atomic<bool> is_taken{false};
    std::atomic<bool> is_there{false};
    pthread_t thread{};
    pid_t process = 0; // in the child of a fork only the thread that has forked is there
    Engine engine{};
    std::atomic<unsigned> asked{0};
    std::atomic<bool> waits{false};
    std::atomic<bool> has_interrupted{false};
    std::atomic<uint64_t> beside{0};    // the others' that were pending then: a bit for each
    std::atomic<uint64_t> passed_on{0}; // by another thread that has got it: a bit for each
};

OwnSignals::Hearer OwnSignals::hearers_[kMost];

namespace {

// By signal.
constexpr int kSignals = 65;
std::atomic<unsigned> kinds[kSignals];

bool is_fault(int signal) {
    return signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL || signal == SIGTRAP;
}

uint64_t bit_of(int signal) { return uint64_t{1} << (signal - 1); }

// Those that somebody else handles.
sigset_t others() {
    sigset_t set;
    sigemptyset(&set);
    for (int number = 1; number < kSignals; ++number) {
        struct sigaction action;
        if (kinds[number].load() != 0 || is_fault(number) || sigaction(number, nullptr, &action) != 0) continue;
        const bool is_plain = (action.sa_flags & SA_SIGINFO) == 0;
        if (is_plain && (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)) continue;
        sigaddset(&set, number);
    }
    return set;
}

// Of these that are pending, a bit for each.
uint64_t pending_of(const sigset_t& set) {
    sigset_t pending;
    uint64_t bits = 0;
    if (sigpending(&pending) != 0) return bits;
    for (int number = 1; number < kSignals; ++number) {
        if (sigismember(&set, number) == 1 && sigismember(&pending, number) == 1) bits |= bit_of(number);
    }
    return bits;
}

// Those that have come by the end of the call. (Without what the script holds back itself: that was pending before.)
uint64_t come_during(void (*call)(unsigned), unsigned kinds_asked) {
    const sigset_t kept_back = others();
    const uint64_t held = pending_of(kept_back);
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &kept_back, &before);
    call(kinds_asked);
    const uint64_t come = pending_of(kept_back) & ~held;
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return come;
}

} // namespace

void OwnSignals::hear(const Engine& engine) {
    if (own_ == nullptr) {
        for (Hearer& hearer : hearers_) {
            if (hearer.is_taken.exchange(true)) continue;
            own_ = &hearer;
            break;
        }
    }
    if (own_ == nullptr) return; // one thread too many
    own_->thread = pthread_self();
    own_->process = getpid();
    own_->engine = engine;
    own_->is_there = true;
}

void OwnSignals::leave() {
    if (own_ == nullptr) return;
    own_->is_there = false;
    own_->asked = 0;
    own_->has_interrupted = false;
    own_->passed_on = 0;
    own_->is_taken = false;
    own_ = nullptr;
}

bool OwnSignals::take(int signal, Kind kind) {
    if (has(signal)) return true;
    struct sigaction before, action = {};
    if (sigaction(signal, nullptr, &before) != 0) return false;
    if ((before.sa_flags & SA_SIGINFO) != 0 || before.sa_handler != SIG_DFL) return false;
    expect(signal, kind);
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
    sigfillset(&action.sa_mask);
    return sigaction(signal, &action, nullptr) == 0;
}

void OwnSignals::expect(int signal, Kind kind) { kinds[signal] = kind; }

bool OwnSignals::has(int signal) {
    struct sigaction action;
    return sigaction(signal, nullptr, &action) == 0 && (action.sa_flags & SA_SIGINFO) != 0 &&
           action.sa_sigaction == on_signal;
}

void OwnSignals::let_go(int signal) {
    if (has(signal)) ::signal(signal, SIG_DFL);
}

void OwnSignals::ignore_all() {
    for (int number = 1; number < kSignals; ++number) {
        if (kinds[number].load() != 0) ::signal(number, SIG_IGN);
    }
}

void OwnSignals::tell(Hearer& hearer, unsigned kind) {
    hearer.asked.fetch_or(kind);
    if (hearer.waits.load()) { // the wait ends by it
        hearer.beside.fetch_or(pending_of(others()));
        return;
    }
    hearer.has_interrupted = true;
    hearer.engine.interrupt(hearer.engine.where);
}

// One that another thread has got is passed on to each that hears: its wait is to end.
void OwnSignals::on_signal(int signal, siginfo_t*, void*) {
    const base::KeptErrno kept;
    Hearer* const own = own_of(pthread_self());
    if (own != nullptr) tell(*own, kinds[signal].load());
    const bool is_passed_on = own != nullptr && (own->passed_on.fetch_and(~bit_of(signal)) & bit_of(signal)) != 0;
    if (is_passed_on) return;
    for (Hearer& hearer : hearers_) {
        if (&hearer == own || !hearer.is_there.load() || hearer.process != getpid()) continue;
        hearer.passed_on.fetch_or(bit_of(signal));
        pthread_kill(hearer.thread, signal);
    }
}

// (By its number: what is a thread's own may have to be made, in which a handler must not end up.)
OwnSignals::Hearer* OwnSignals::own_of(pthread_t thread) {
    for (Hearer& hearer : hearers_) {
        if (hearer.is_there.load() && pthread_equal(hearer.thread, thread) != 0) return &hearer;
    }
    return nullptr;
}

unsigned OwnSignals::asked() { return own_ != nullptr ? own_->asked.exchange(0) : 0; }

bool OwnSignals::have_interrupted() { return own_ != nullptr && own_->has_interrupted.exchange(false); }

unsigned OwnSignals::hearers() {
    unsigned count = 0;
    for (const Hearer& hearer : hearers_) {
        if (hearer.is_there.load() && (&hearer == own_ || hearer.process == getpid())) ++count;
    }
    return count;
}

bool OwnSignals::begin_wait() {
    if (own_ == nullptr) return true;
    own_->beside = 0;
    own_->waits = true;
    return own_->asked.load() == 0;
}

void OwnSignals::end_wait() {
    if (own_ != nullptr) own_->waits = false;
}

bool OwnSignals::attend() {
    const unsigned kinds_asked = asked();
    if (kinds_asked == 0) return false;
    // What has interrupted the wait as well is delivered by now, and no longer pending. What comes from here on would
    // not end it.
    const bool are_others_due = (own_->beside.load() & ~pending_of(others())) != 0;
    if (come_during(own_->engine.attend, kinds_asked) != 0 || are_others_due) return false;
    return own_->has_interrupted.load() || !own_->engine.is_interrupted(own_->engine.where);
}

} // namespace uvstream::loop

#endif
