#include "uvstream/php/dump_requests.h"

#include <charconv>
#include <csignal>

#include "uvstream/loop/own_signals.h"
#include "uvstream/php/peers.h"
#include "uvstream/task/dump.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/interrupt.h"
#include "uvstream/zend/report.h"
#include "uvstream/zend/signals.h"

namespace uvstream::php {

using loop::OwnSignals;

namespace {

// bin/uvstream-ps knows them, too. It asks by the first where both are caught: where the script, or a library, has
// taken one, the other one is not. (Elsewhere nothing asks; and FreeBSD's numbers are beyond those that are told
// apart.)
#ifdef __linux__
int peers_signal() { return SIGRTMAX - 2; }
int guard_signal() { return SIGRTMAX - 3; }
#endif

void attend(unsigned kinds, task::Where from) {
    kinds &= OwnSignals::kByPeer | OwnSignals::kToLog;
    if (kinds == 0 || UVSTREAM_G(tasks) == nullptr) return;
    task::Text& text = task::tasks().text;
    text.clear();
    task::append_dump(text, from);
    if ((kinds & OwnSignals::kByPeer) != 0) answer_peers(text, OwnSignals::hearers());
    if ((kinds & OwnSignals::kToLog) != 0) zend::log_text(text.c_str());
    task::Text().swap(text);
}

void hear() {
    OwnSignals::hear({zend::raise_interrupt, zend::is_interrupt_raised, zend::interrupt_flag(),
                      [](unsigned kinds) { attend(kinds, task::Where::InWait); }});
}

struct NamedSignal {
    std::string_view name;
    int number;
};
constexpr NamedSignal kNamed[] = {
    {"HUP", SIGHUP},   {"INT", SIGINT},   {"QUIT", SIGQUIT},     {"USR1", SIGUSR1},   {"USR2", SIGUSR2},
    {"PIPE", SIGPIPE}, {"ALRM", SIGALRM}, {"TERM", SIGTERM},     {"CHLD", SIGCHLD},   {"CONT", SIGCONT},
    {"TSTP", SIGTSTP}, {"TTIN", SIGTTIN}, {"TTOU", SIGTTOU},     {"URG", SIGURG},     {"XCPU", SIGXCPU},
    {"XFSZ", SIGXFSZ}, {"PROF", SIGPROF}, {"VTALRM", SIGVTALRM}, {"WINCH", SIGWINCH}, {"IO", SIGIO},
};

bool parse_number(std::string_view text, int& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

// "RTMIN+3", "RTMAX-1"
int real_time_signal(std::string_view name) {
#ifdef __linux__
    const bool is_least = name.substr(0, 5) == "RTMIN";
    if (!is_least && name.substr(0, 5) != "RTMAX") return 0;
    const int base = is_least ? SIGRTMIN : SIGRTMAX;
    if (name.size() == 5) return base;
    int distance = 0;
    if (name[5] != (is_least ? '+' : '-') || !parse_number(name.substr(6), distance)) return 0;
    const int signal = is_least ? base + distance : base - distance;
    return distance >= 0 && signal >= SIGRTMIN && signal <= SIGRTMAX ? signal : 0;
#else
    (void)name;
    return 0;
#endif
}

// Not those that cannot be handled, that say that the program is broken, or that the C library has for itself.
bool may_be_handled(int signal) {
    switch (signal) {
    case SIGKILL:
    case SIGSTOP:
    case SIGILL:
    case SIGABRT:
    case SIGBUS:
    case SIGFPE:
    case SIGSEGV: return false;
    default: break;
    }
#ifdef __linux__
    return signal > 0 && signal <= SIGRTMAX && (signal < 32 || signal >= SIGRTMIN);
#else
    return signal > 0 && signal < 32;
#endif
}

} // namespace

void hear_peers() {
#ifdef __linux__
    hear();
    if (!OwnSignals::take(guard_signal(), OwnSignals::kGuard)) return;
    if (!OwnSignals::take(peers_signal(), OwnSignals::kByPeer)) OwnSignals::let_go(guard_signal());
#endif
}

int signal_of(std::string_view name) {
    int signal = 0;
    if (!parse_number(name, signal)) {
        if (name.substr(0, 3) == "SIG") name.remove_prefix(3);
        signal = real_time_signal(name);
        for (const NamedSignal& one : kNamed) {
            if (one.name == name) signal = one.number;
        }
    }
    return may_be_handled(signal) ? signal : 0;
}

bool hear_dump_signal(int signal) {
    hear();
    OwnSignals::expect(signal, OwnSignals::kToLog);
    return zend::handle_signal(signal, OwnSignals::on_signal);
}

void signal_taken(int signal) {
#ifdef __linux__
    if (signal == peers_signal()) OwnSignals::let_go(guard_signal());
    if (signal == guard_signal()) OwnSignals::let_go(peers_signal());
#else
    (void)signal;
#endif
}

bool attend_to_requests() {
    const unsigned kinds = OwnSignals::asked();
    const bool was_interrupted = OwnSignals::have_interrupted();
    if (kinds != 0) attend(kinds, task::Where::InCode);
    return kinds != 0 || was_interrupted;
}

} // namespace uvstream::php
