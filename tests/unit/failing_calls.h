#pragma once

// Stand-ins for calls that fail when the system has nothing left to give.
namespace failing_calls {

enum class Call { CreateThread, CreatePoller, CreateEvent, CreatePipe, AddWatch };

// While it lives, the call fails with that errno; the first `good` ones go through. One at a time.
struct Failing {
    Failing(Call call, int error, int good = 0);
    ~Failing();

    // How many have failed.
    static int count();
};

} // namespace failing_calls
