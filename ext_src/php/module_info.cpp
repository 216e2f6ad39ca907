#include "uvstream/php/module_info.h"

#include "php_uvstream.h"
#include "uvstream/libraries/library_calls.h"
#include "uvstream/libraries/replaced_calls.h"
#include "uvstream/loop/event_loop.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/transport_table.h"

namespace uvstream::php {

namespace {

using loop::EventLoop;

#if defined(__clang__)
constexpr const char* kCompiler = __VERSION__; // it begins with its name
#elif defined(__GNUC__)
constexpr const char* kCompiler = "GCC " __VERSION__;
#else
constexpr const char* kCompiler = "unknown";
#endif

#ifdef __has_feature // Clang's way to ask; GCC says it by macros
#define UVSTREAM_HAS_FEATURE(name) __has_feature(name)
#else
#define UVSTREAM_HAS_FEATURE(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || UVSTREAM_HAS_FEATURE(address_sanitizer)
constexpr const char* kSanitizer = "address";
#elif defined(__SANITIZE_THREAD__) || UVSTREAM_HAS_FEATURE(thread_sanitizer)
constexpr const char* kSanitizer = "thread";
#else
constexpr const char* kSanitizer = "none";
#endif

#ifdef __OPTIMIZE__
constexpr const char* kOptimized = "optimized";
#else
constexpr const char* kOptimized = "not optimized";
#endif

#ifdef COMPILE_DL_UVSTREAM
constexpr const char* kLinked = "a module of its own";
#else
constexpr const char* kLinked = "part of PHP";
#endif

void print(const char* name, const char* value) { php_info_print_table_row(2, name, value); }

void print(const char* name, zend_string* value) {
    print(name, ZSTR_VAL(value));
    zend_string_release(value);
}

void add(smart_str* list, const char* name, int fd) {
    if (fd >= 0) smart_str_append_printf(list, ", %s %d", name, fd);
}

zend_string* loop_text(const EventLoop::Descriptors& its) {
    smart_str text = {};
    smart_str_appends(&text, its.poll < 0 ? "not made yet" : "made; descriptors: ");
    if (its.poll >= 0) smart_str_append_printf(&text, "%s %d", EventLoop::backend_name(), its.poll);
    add(&text, "wake-up", its.wake_up);
    add(&text, "signals", its.signals);
    for (const int ring : its.rings) add(&text, "io_uring", ring);
    return smart_str_extract(&text);
}

} // namespace

void print_info() {
    php_info_print_table_start();
    print("uvstream support", UVSTREAM_G(enable) ? "enabled" : "disabled");
    print("Version", PHP_UVSTREAM_VERSION);
    print("Built for",
          strpprintf(0, "PHP %s, %s, %s", PHP_VERSION, USING_ZTS ? "ZTS" : "NTS", ZEND_DEBUG ? "debug" : "no debug"));
    print("Built as", strpprintf(0, "%s, %s", kLinked, kOptimized));
#ifdef UVSTREAM_CONFIGURED_WITH // not by config.w32
    print("Configured with", UVSTREAM_CONFIGURED_WITH);
#endif
    print("Compiler", kCompiler);
    print("Sanitizer", kSanitizer);
    print("libuv version (headers)", EventLoop::header_version());
    print("libuv version (run time)", EventLoop::run_time_version());
    print("Backend", EventLoop::backend_name());
    if (UVSTREAM_G(enable)) {
        print("Event loop", loop_text(stream::state().scheduler.loop().descriptors()));
        print("Transports taken over", stream::taken_over_transports());
        print("Functions replaced", php::replaced_function_names());
        print("Calls of C code replaced", libraries::replaced_call_names());
        print("Libraries whose calls are replaced", libraries::replaced_library_calls());
    }
    php_info_print_table_end();
}

} // namespace uvstream::php
