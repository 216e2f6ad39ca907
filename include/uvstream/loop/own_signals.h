#pragma once

#include <csignal>

#include <pthread.h>

namespace uvstream::loop {

// Signals by which somebody asks the process what it does, and of which the script knows nothing: a wait that one of
// them interrupts attends to it, and goes on; where the thread computes, its engine is told.
class OwnSignals {
  public:
    // What was asked for, and by which signal.
    enum Kind : unsigned { kByPeer = 1, kToLog = 2, kGuard = 4 };

    // Of the thread that computes. The first two are called by the signal's handler.
    struct Engine {
        void (*interrupt)(void* where); // has it attend to what was asked, soon
        bool (*is_interrupted)(void* where);
        void* where;
        void (*attend)(unsigned kinds); // within a wait of the thread's
    };

    // From now on the calling thread hears what the process is asked; until it leaves.
    static void hear(const Engine& engine);
    static void leave();
    static bool are_heard() { return own_ != nullptr; }

    // Makes the signal the process's, for that. False where somebody else has it already.
    static bool take(int signal, Kind kind);
    static bool has(int signal);

    // The same where its handler is put in place by other ways: this is the handler.
    static void expect(int signal, Kind kind);
    static void on_signal(int signal, siginfo_t* info, void*);

    // The signal is as it was before take(), unless somebody else has it by now.
    static void let_go(int signal);

    // The process is about to end, and to lose the handler: from now on they are ignored.
    static void ignore_all();

    // What was asked since of the calling thread.
    static unsigned asked();

    // Whether its engine was interrupted for that, since it was last asked here.
    static bool have_interrupted();

    // How many threads hear it.
    static unsigned hearers();

    // Around a wait of the calling thread's in the kernel: what interrupts that is attended to here, and not by its
    // engine. begin() is false where there is something to attend to already.
    static bool begin_wait();
    static void end_wait();

    // After a wait that was interrupted. True: by nothing of the script's, and it is to go on.
    static bool attend();

  private:
    struct Hearer;
    static constexpr int kMost = 64; // threads
    static Hearer hearers_[kMost];
    inline static thread_local Hearer* own_ = nullptr; // (defined here: every use would ask whether it is initialized)
    static Hearer* own_of(pthread_t thread);
    static void tell(Hearer& hearer, unsigned kind);
};

} // namespace uvstream::loop
