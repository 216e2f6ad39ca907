// The whole program counts its forks, as PHP's module does from its start-up on.
#include <gtest/gtest.h>

#include "uvstream/loop/fork_watch.h"

namespace {

struct ForkWatchEnvironment : testing::Environment {
    void SetUp() override { uvstream::loop::ForkWatch::install(); }
};

const testing::Environment* const environment = testing::AddGlobalTestEnvironment(new ForkWatchEnvironment);

} // namespace
