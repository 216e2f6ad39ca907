#include "uvstream/loop/failed_names.h"

#include <gtest/gtest.h>
#include <netdb.h>

#include "times.h"

namespace uvstream::loop {
namespace {

TEST(FailedNamesTest, WhatFailedIsKnown) {
    FailedNames names(kLong, kLong);
    names.note("gone", EAI_NONAME);
    EXPECT_EQ(names.status_of("gone"), EAI_NONAME);
    EXPECT_TRUE(names.contains("gone"));
    EXPECT_EQ(names.status_of("other"), 0);
    EXPECT_FALSE(names.contains("other"));
}

TEST(FailedNamesTest, NoAnswerMakesADeadNameButNoAnswer) {
    FailedNames names(kLong, kLong);
    names.note("gone", EAI_NONAME);
    names.note("gone", EAI_AGAIN);
    EXPECT_EQ(names.status_of("gone"), 0);
    EXPECT_TRUE(names.contains("gone"));
}

TEST(FailedNamesTest, TheMachinesOwnTroubleSaysNothing) {
    FailedNames names(kLong, kLong);
    for (const int status : {int{EAI_SYSTEM}, int{EAI_MEMORY}}) names.note("fine", status);
    EXPECT_FALSE(names.contains("fine"));
    names.note("gone", EAI_NONAME);
    names.note("gone", EAI_SYSTEM);
    EXPECT_EQ(names.status_of("gone"), EAI_NONAME);
}

TEST(FailedNamesTest, AnAnswerForgets) {
    FailedNames names(kLong, kLong);
    names.note("name", EAI_NONAME);
    names.note("name", 0);
    EXPECT_EQ(names.status_of("name"), 0);
    EXPECT_FALSE(names.contains("name"));
}

TEST(FailedNamesTest, EachTimeEnds) {
    FailedNames names(0, kLong);
    names.note("gone", EAI_NONAME);
    EXPECT_EQ(names.status_of("gone"), 0);
    EXPECT_TRUE(names.contains("gone"));
    FailedNames forgetful(0, 0);
    forgetful.note("gone", EAI_NONAME);
    EXPECT_FALSE(forgetful.contains("gone"));
}

TEST(FailedNamesTest, TheOldestMakeRoom) {
    FailedNames names(kLong, kLong);
    const auto name = [](size_t i) { return "gone" + std::to_string(i); };
    for (size_t i = 0; i < FailedNames::kMost; ++i) names.note(name(i), EAI_NONAME);
    names.note(name(0), EAI_NONAME); // the youngest again
    names.note("gone", EAI_NONAME);
    EXPECT_TRUE(names.contains(name(0)));
    EXPECT_FALSE(names.contains(name(1)));
    EXPECT_TRUE(names.contains(name(2)));
    names.note(std::string(256, 'x'), EAI_NONAME); // no name is so long
    EXPECT_FALSE(names.contains(std::string(256, 'x')));
    EXPECT_TRUE(names.contains(name(2)));
}

} // namespace
} // namespace uvstream::loop
