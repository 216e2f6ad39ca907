#include "fake_strands.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>

#include <poll.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

using uvstream::base::Deadline;
using uvstream::sched::Event;
using uvstream::sched::Strand;
using uvstream::sched::Switcher;
using uvstream::sched::Woken;

namespace {
bool is_virtual = false;
int64_t virtual_us = 0;
int interrupt_in = 0;
} // namespace

extern "C" {
int __real_poll(pollfd* entries, nfds_t count, int timeout_ms);
int __real_ppoll(pollfd* entries, nfds_t count, const timespec* timeout, const sigset_t* mask);
int64_t __real__ZNSt6chrono3_V212steady_clock3nowEv(); // (in nanoseconds, the one member of what it returns)

int64_t __wrap__ZNSt6chrono3_V212steady_clock3nowEv() {
    return is_virtual ? virtual_us * 1000 : __real__ZNSt6chrono3_V212steady_clock3nowEv();
}

static int poll_virtually(pollfd* entries, nfds_t count, int64_t timeout_us) {
    if (timeout_us != 0 && interrupt_in > 0 && --interrupt_in == 0) {
        errno = EINTR;
        return -1;
    }
    const int ready = __real_poll(entries, count, 0);
    if (ready != 0 || timeout_us == 0) return ready;
    if (timeout_us < 0) {
        ADD_FAILURE() << "everybody waits, and nobody would ever be woken";
        abort();
    }
    virtual_us += timeout_us;
    return 0;
}

int __wrap_poll(pollfd* entries, nfds_t count, int timeout_ms) {
    return is_virtual ? poll_virtually(entries, count, timeout_ms < 0 ? -1 : int64_t{timeout_ms} * 1000)
                      : __real_poll(entries, count, timeout_ms);
}

int __wrap_ppoll(pollfd* entries, nfds_t count, const timespec* timeout, const sigset_t* mask) {
    if (!is_virtual) return __real_ppoll(entries, count, timeout, mask);
    const int64_t us = timeout == nullptr ? -1 : timeout->tv_sec * 1'000'000 + (timeout->tv_nsec + 999) / 1000;
    return poll_virtually(entries, count, us);
}
}

VirtualTime::VirtualTime() {
    is_virtual = true;
    virtual_us = 1'000'000;
    interrupt_in = 0;
}
VirtualTime::~VirtualTime() { is_virtual = false; }
int64_t VirtualTime::now_us() { return virtual_us; }
void VirtualTime::advance(int64_t us) { virtual_us += us; }
void VirtualTime::interrupt_after(int waits) { interrupt_in = waits; }

Switcher FakeStrands::switcher;
bool FakeStrands::may_switch = true;
int FakeStrands::failures = 0;
int FakeStrands::switches = 0;

namespace {
constexpr size_t kStack = size_t{128} * 1024;
std::vector<char*> free_stacks;

char* take_stack() {
    if (free_stacks.empty()) return new char[kStack];
    char* const stack = free_stacks.back();
    free_stacks.pop_back();
    return stack;
}

// None is left to the leak check.
struct FreeStacks {
    ~FreeStacks() {
        for (const char* stack : free_stacks) delete[] stack;
    }
} at_exit;

} // namespace

// What a strand runs on; Strand::notes points to it.
struct FakeStrands::Context {
    ucontext_t context{};
    char* stack = nullptr;
    size_t stack_size = 0;
    const void* bottom = nullptr; // for the sanitizer: known once it was left
    void* fake_stack = nullptr;
    void* tsan_fiber = nullptr;
    Context* left = nullptr; // who switched here
};

class FakeStrands::Task final : public Strand {
  public:
    Task(FakeStrands& its, Body its_body) : Strand(its.scheduler), owner(its), body(std::move(its_body)) {
        notes = &own;
        own.stack = take_stack();
        own.bottom = own.stack;
        own.stack_size = kStack;
        getcontext(&own.context);
        own.context.uc_stack = {own.stack, 0, kStack};
        makecontext(&own.context, enter, 0);
#if defined(__SANITIZE_THREAD__)
        own.tsan_fiber = __tsan_create_fiber(0);
#endif
    }
    ~Task() {
        free_stacks.push_back(own.stack);
#if defined(__SANITIZE_THREAD__)
        __tsan_destroy_fiber(own.tsan_fiber);
#endif
    }

    FakeStrands& owner;
    Body body;
    Context own;
};

FakeStrands::FakeStrands(uvstream::sched::InterruptHook hook) : scheduler(hook), main_context_(new Context) {
    switcher = {[] { return may_switch; }, switch_to, [](Strand&) { ++failures; }, nullptr};
    may_switch = true;
    failures = switches = 0;
    main.notes = main_context_.get();
#if defined(__SANITIZE_THREAD__)
    main_context_->tsan_fiber = __tsan_get_current_fiber();
#endif
    scheduler.dispatcher().set_switcher(&switcher);
}

FakeStrands::~FakeStrands() { tasks_.clear(); }

Strand& FakeStrands::spawn(Body body) {
    tasks_.push_back(std::make_unique<Task>(*this, std::move(body)));
    ++live_;
    all_ended_ = false;
    scheduler.dispatcher().make_ready(*tasks_.back());
    return *tasks_.back();
}

bool FakeStrands::run_all() {
    const Woken woken = scheduler.park(main, Event::set(all_ended_), Deadline::never());
    if (woken == Woken::Ready) tasks_.clear();
    return woken == Woken::Ready;
}

void FakeStrands::jump(Context& from, Context& to, bool from_ends) {
    ++switches;
    to.left = &from;
    (void)from_ends;
#if defined(__SANITIZE_ADDRESS__)
    __sanitizer_start_switch_fiber(from_ends ? nullptr : &from.fake_stack, to.bottom, to.stack_size);
#endif
#if defined(__SANITIZE_THREAD__)
    __tsan_switch_to_fiber(to.tsan_fiber, 0);
#endif
    swapcontext(&from.context, &to.context);
#if defined(__SANITIZE_ADDRESS__)
    const void* bottom = nullptr;
    size_t size = 0;
    __sanitizer_finish_switch_fiber(from.fake_stack, &bottom, &size);
    if (from.left->stack == nullptr) { // {main}'s stack is nobody's here
        from.left->bottom = bottom;
        from.left->stack_size = size;
    }
#endif
}

FakeStrands::Task* FakeStrands::starting = nullptr;

void FakeStrands::switch_to(Strand& from, Strand& to) {
    if (to.notes != nullptr && static_cast<Context*>(to.notes)->stack != nullptr) starting = static_cast<Task*>(&to);
    jump(*static_cast<Context*>(from.notes), *static_cast<Context*>(to.notes), false);
}

// Of the task whose stack this is: the one that was switched to.
void FakeStrands::enter() {
    Task& task = *starting;
#if defined(__SANITIZE_ADDRESS__)
    const void* bottom = nullptr;
    size_t size = 0;
    __sanitizer_finish_switch_fiber(nullptr, &bottom, &size);
    if (task.own.left->stack == nullptr) {
        task.own.left->bottom = bottom;
        task.own.left->stack_size = size;
    }
#endif
    task.body(task);
    FakeStrands& owner = task.owner;
    if (--owner.live_ == 0) {
        owner.all_ended_ = true;
        owner.main.wake();
    }
    Strand& next = owner.scheduler.dispatcher().leave(task);
    if (static_cast<Context*>(next.notes)->stack != nullptr) starting = static_cast<Task*>(&next);
    jump(task.own, *static_cast<Context*>(next.notes), true);
}
