#include "uvstream/libraries/import_slots.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <uv.h>

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

TEST_F(ImportSlots, AnImportIsFoundWhetherItIsOursOrNot) {
    EXPECT_TRUE(has_import(program, "getpgrp"));
    restore_imports(imports, 1);
    EXPECT_TRUE(has_import(program, "getpgrp"));
    EXPECT_FALSE(has_import(program, "getpgr"));
    EXPECT_FALSE(has_import(program, "uvstream_no_such_function"));
    EXPECT_FALSE(has_import(nullptr, "getpgrp"));
}

// A library that is there as often as it has names: copies of one, loaded, which leave again at the end.
class ObjectsByName : public testing::Test {
  protected:
    void SetUp() override {
        Dl_info info;
        dladdr(reinterpret_cast<void*>(&uv_version), &info);
        if (!has_import_tables() || info.dli_saddr == nullptr || strstr(info.dli_fname, ".so") == nullptr) {
            GTEST_SKIP() << "no tables, or no shared library to copy";
        }
        original_ = info.dli_fname;
        std::string pattern = testing::TempDir() + "/objects-XXXXXX";
        folder_ = mkdtemp(pattern.data());
    }
    void TearDown() override {
        for (void* const one : loaded_) dlclose(one);
        if (!folder_.empty()) std::filesystem::remove_all(folder_);
    }
    // An address in the copy of this name.
    const void* load(const std::string& name) {
        const std::string file = folder_ + "/" + name;
        std::filesystem::copy_file(original_, file);
        loaded_.push_back(dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL));
        return dlsym(loaded_.back(), "uv_version");
    }
    // Whether that is in one of the objects of this name: then what it imports is seen, and in no other.
    static bool is_among(const void* address, std::string_view name) {
        Dl_info its;
        dladdr(address, &its);
        const std::vector<const void*> objects = find_objects(name);
        return std::any_of(objects.begin(), objects.end(), [&](const void* one) {
            Dl_info info;
            return dladdr(one, &info) != 0 && info.dli_fbase == its.dli_fbase && has_import(one, "poll");
        });
    }

  private:
    std::string original_, folder_;
    std::vector<void*> loaded_;
};

TEST_F(ObjectsByName, AVersionIsNoPartOfTheName) {
    for (const char* const file : {"libuvsname.so", "libuvsname.so.4", "libuvsname.so.4.2.1", "libuvsname-2.5.so.0"}) {
        EXPECT_TRUE(is_among(load(file), "libuvsname")) << file;
    }
    EXPECT_EQ(find_objects("libuvsname").size(), 4U);
}

TEST_F(ObjectsByName, OthersThatBeginOrEndAlikeAreOthers) {
    for (const char* const file : {"libuvsnamed.so", "libuvsname-gnutls.so.4", "libuvsname_r.so", "uvsname.so",
                                   "liblibuvsname.so", "libuvsname.sock", "libuvsname-.so", "libuvsname"}) {
        EXPECT_FALSE(is_among(load(file), "libuvsname")) << file;
    }
    EXPECT_TRUE(find_objects("libuvsname").empty());
}

TEST_F(ObjectsByName, AnExtensionHasNoPrefix) { EXPECT_TRUE(is_among(load("uvsname.so"), "uvsname")); }

TEST_F(ObjectsByName, TheLoadedOnly) {
    EXPECT_TRUE(find_objects("libuvsname").empty());
    EXPECT_TRUE(find_objects("unit").empty()); // the program itself
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
