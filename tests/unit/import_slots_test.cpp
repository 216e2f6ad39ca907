#include "uvstream/libraries/import_slots.h"

#include <cstdio>
#include <cstring>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace uvstream::libraries {
namespace {

// The program's own import of a function that nothing else here calls.
pid_t (*real_getpgrp)() = nullptr;
pid_t ours() { return real_getpgrp() + 1; }
pid_t others() { return -5; }
[[gnu::noinline]] pid_t call() { return getpgrp(); }

const Import imports[] = {{"getpgrp", reinterpret_cast<void*>(ours), reinterpret_cast<void**>(&real_getpgrp)}};
const void* const program = reinterpret_cast<const void*>(&call);

class ImportSlots : public testing::Test {
  protected:
    void SetUp() override {
        if (replace_imports(program, imports, 1) == 0) GTEST_SKIP() << "no tables, or the program has no such import";
    }
    void TearDown() override { restore_imports(imports, 1); }
};

// As the kernel shows it: what may be done with the program's pages.
std::string protections() {
    FILE* const maps = fopen("/proc/self/maps", "r");
    char line[512];
    std::string all;
    while (fgets(line, sizeof line, maps) != nullptr) {
        if (strstr(line, "/unit") != nullptr) all.append(line, strcspn(line, " ") + 5);
    }
    fclose(maps);
    return all;
}

TEST_F(ImportSlots, OursIsCalledAndCallsTheRealOne) {
    EXPECT_EQ(call(), real_getpgrp() + 1);
    EXPECT_TRUE(is_import_ours(program, imports[0]));
}

TEST_F(ImportSlots, AgainIsTheSame) {
    auto* const real = real_getpgrp;
    EXPECT_GE(replace_imports(program, imports, 1), 1U);
    EXPECT_EQ(real_getpgrp, real);
    EXPECT_EQ(call(), real_getpgrp() + 1);
}

TEST_F(ImportSlots, IsPutBack) {
    EXPECT_TRUE(restore_imports(imports, 1));
    EXPECT_EQ(call(), real_getpgrp());
    EXPECT_FALSE(is_import_ours(program, imports[0]));
}

TEST_F(ImportSlots, WhoeverReplacedItAfterUsStays) {
    void* ours_then = nullptr;
    const Import theirs = {"getpgrp", reinterpret_cast<void*>(others), &ours_then};
    replace_imports(program, &theirs, 1);
    EXPECT_TRUE(restore_imports(imports, 1));
    EXPECT_EQ(call(), -5);
    EXPECT_TRUE(restore_imports(&theirs, 1)); // to ours, which was there
}

TEST_F(ImportSlots, TheTableIsProtectedAsBefore) {
    ASSERT_TRUE(restore_imports(imports, 1));
    const std::string before = protections();
    ASSERT_FALSE(before.empty());
    replace_imports(program, imports, 1);
    EXPECT_EQ(protections(), before);
    restore_imports(imports, 1);
    EXPECT_EQ(protections(), before);
}

TEST(ImportSlotsOf, NoObjectAndNoImport) {
    void* real = nullptr;
    const Import none = {"uvstream_no_such_function", reinterpret_cast<void*>(ours), &real};
    EXPECT_EQ(replace_imports(program, &none, 1), 0U);
    EXPECT_EQ(replace_imports(nullptr, imports, 1), 0U);
    EXPECT_EQ(real, nullptr);
}

} // namespace
} // namespace uvstream::libraries
