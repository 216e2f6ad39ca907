// The module: where the parts are wired.
#include "php_uvstream.h"

#include <charconv>
#include <cstdint>
#include <string_view>
#include <utility>

#include "uvstream/libraries/calling_thread.h"
#include "uvstream/libraries/library_calls.h"
#include "uvstream/libraries/replaced_calls.h"
#include "uvstream/loop/fork_watch.h"
#include "uvstream/loop/own_signals.h"
#include "uvstream/php/close_guard.h"
#include "uvstream/php/crypto_functions.h"
#include "uvstream/php/dump_requests.h"
#include "uvstream/php/extension_turns.h"
#include "uvstream/php/module_info.h"
#include "uvstream/php/own_names.h"
#include "uvstream/php/replaced_functions.h"
#include "uvstream/php/signal_functions.h"
#include "uvstream/php/strand_hooks.h"
#include "uvstream/php/task_classes.h"
#include "uvstream/sched/scheduler.h"
#include "uvstream/stream/persistent_streams.h"
#include "uvstream/stream/php_wrapper.h"
#include "uvstream/stream/state.h"
#include "uvstream/stream/stdio/standard_output.h"
#include "uvstream/stream/stdio/stdio_ops.h"
#include "uvstream/stream/transport_table.h"
#include "uvstream/stream/use/closing.h"
#include "uvstream/stream/use/stream_use.h"
#include "uvstream/stream/use/warning_watch.h"
#include "uvstream/task/autoload_gate.h"
#include "uvstream/task/collector.h"
#include "uvstream/task/dump.h"
#include "uvstream/task/tasks.h"
#include "uvstream/zend/report.h"
#include "uvstream/zend/soap_call.h"
#include "uvstream/zend/xml_loading.h"

using namespace uvstream;

// Only what stands in php.ini when PHP starts counts. FPM's pools, and php.ini's sections for a host or a path, would
// change it when everything is taken over already.
static PHP_INI_MH(on_update_enable) {
    return stage == PHP_INI_STAGE_STARTUP ? OnUpdateBool(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage) : FAILURE;
}

// "order", or "random:SEED" with a number from 1 on. Not a number by any other rule: a test's seed is to be the one
// that it printed.
static PHP_INI_MH(on_update_schedule) {
    constexpr std::string_view kOrder = "order", kRandom = "random:";
    const std::string_view value(new_value != nullptr ? ZSTR_VAL(new_value) : "");
    uint64_t seed = 0;
    const bool is_random = value.substr(0, kRandom.size()) == kRandom;
    const char* const end = value.data() + value.size();
    const bool is_seed = is_random && std::from_chars(value.data() + kRandom.size(), end, seed).ptr == end && seed != 0;
    if (!is_seed && value != kOrder) return zend::warn_bad_schedule(value), FAILURE;
    UVSTREAM_G(schedule_seed) = is_seed ? seed : 0;
    return SUCCESS;
}

// A number of milliseconds.
static PHP_INI_MH(on_update_slow_ms) {
    const std::string_view value(new_value != nullptr ? ZSTR_VAL(new_value) : "");
    int64_t ms = 0;
    const char* const end = value.data() + value.size();
    const bool is_number = value.empty() || std::from_chars(value.data(), end, ms).ptr == end;
    if (!is_number || ms < 0 || ms > INT32_MAX) return zend::warn_bad_slow_ms(value), FAILURE;
    UVSTREAM_G(slow_us) = ms * 1000;
    return SUCCESS;
}

static PHP_INI_MH(on_update_dump_signal) {
    const std::string_view value(new_value != nullptr ? ZSTR_VAL(new_value) : "");
    const int signal = php::signal_of(value);
    if (signal == 0 && !value.empty() && value != "none") return zend::warn_bad_signal(value), FAILURE;
    UVSTREAM_G(dump_signal) = signal;
    return SUCCESS;
}

// For the process, and once: what stands in php.ini when PHP starts.
static PHP_INI_MH(on_update_park_libraries) {
    const std::string_view names(new_value != nullptr ? ZSTR_VAL(new_value) : "");
    if (stage != PHP_INI_STAGE_STARTUP) return FAILURE;
    if (!libraries::set_park_libraries(names)) return zend::warn_bad_park_libraries(names), FAILURE;
    return SUCCESS;
}

PHP_INI_BEGIN()
STD_PHP_INI_BOOLEAN("uvstream.enable", "1", PHP_INI_SYSTEM, on_update_enable, enable, zend_uvstream_globals,
                    uvstream_globals)
PHP_INI_ENTRY("uvstream.schedule", "order", PHP_INI_SYSTEM, on_update_schedule)
PHP_INI_ENTRY("uvstream.slow_ms", "0", PHP_INI_SYSTEM, on_update_slow_ms)
PHP_INI_ENTRY("uvstream.dump_signal", "none", PHP_INI_SYSTEM, on_update_dump_signal)
PHP_INI_ENTRY("uvstream.park_libraries", "libcurl,libpq,libmemcached,libldap,ftp", PHP_INI_SYSTEM,
              on_update_park_libraries)
PHP_INI_END()

static PHP_GINIT_FUNCTION(uvstream) {
#if defined(ZTS) && defined(COMPILE_DL_UVSTREAM)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    uvstream_globals->enable = true;
    uvstream_globals->schedule_seed = 0;
    uvstream_globals->dump_signal = 0;
    uvstream_globals->slow_us = 0;
    uvstream_globals->state = new stream::State;
    uvstream_globals->tasks = new task::Tasks(uvstream_globals->state->scheduler, php::strand_hooks());
    uvstream_globals->calls = new libraries::CallingThread(uvstream_globals->state->scheduler,
                                                           [] { return stream::state().breaking_signals != 0; });
#ifdef ZTS
    uvstream_globals->persistent_list = nullptr;
#endif
}

static PHP_GSHUTDOWN_FUNCTION(uvstream) {
    loop::OwnSignals::leave();
#ifdef ZTS
#ifdef COMPILE_DL_UVSTREAM
    // A new thread with a dead one's number ends that one first, before anything of its own is there.
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
    // When a thread ends, PHP frees its persistent streams after the globals of the modules: ours are closed now, while
    // their State is there. (The first thread's are freed before.) Of a thread that has ended without telling PHP the
    // first one frees the globals at the end: it cannot close such a thread's streams, whose State is not its own.
    const bool is_own = uvstream_globals == ZEND_MODULE_GLOBALS_BULK(uvstream);
    if (!is_own && uvstream_globals->persistent_list != nullptr) {
        stream::give_back_streams(uvstream_globals->persistent_list);
    } else if (is_own && !tsrm_is_main_thread()) {
        stream::close_persistent_streams();
        stream::give_back_streams(&EG(persistent_list)); // files: PHP closes them, or who has one (ext/dba)
    }
#endif
    delete uvstream_globals->calls;
    uvstream_globals->calls = nullptr;
    delete uvstream_globals->tasks;
    uvstream_globals->tasks = nullptr;
    delete uvstream_globals->state;
    uvstream_globals->state = nullptr;
}

// When PHP has started, all modules are there that come with it, and the SAPI's functions.
static zend_result (*previous_post_startup)() = nullptr;
static zend_result replace_calls_after_startup() {
    php::replace_late_functions();
    php::replace_extension_functions();
    libraries::replace_calls();
    return previous_post_startup != nullptr ? previous_post_startup() : SUCCESS;
}

static void replace_calls(int type) {
    if (type != MODULE_PERSISTENT) return php::replace_extension_functions(), libraries::replace_calls();
    previous_post_startup = zend_post_startup_cb;
    zend_post_startup_cb = replace_calls_after_startup;
}

static PHP_MINIT_FUNCTION(uvstream) {
    REGISTER_INI_ENTRIES();
    if (!UVSTREAM_G(enable)) return SUCCESS;
    // (Here, not in the module's entry: uvstream.enable=0 leaves PHP untouched.)
    if (php::declare_functions(php::later_functions(), type) != SUCCESS) return FAILURE;
    php::declare_later_constants(module_number);
    if (!php::declare_tasks(type)) return FAILURE;
    if (type == MODULE_PERSISTENT) stream::observe_warnings();
    loop::ForkWatch::install();
    stream::take_over_transports();
    stream::take_over_stdio();
    stream::take_over_output();
    stream::take_over_php_wrapper();
    php::replace_functions();
    php::install_close_guard();
    zend::SoapCall::find();
    zend::XmlLoading::find();
    task::AutoloadGate::install([] { return UVSTREAM_G(tasks) != nullptr ? &task::tasks().autoload_gate : nullptr; });
    task::guard_collector(
        [] { return UVSTREAM_G(tasks) != nullptr ? &task::tasks().scheduler.dispatcher() : nullptr; });
    stream::register_closing_streams(module_number);
    replace_calls(type);
    return SUCCESS;
}

static PHP_MSHUTDOWN_FUNCTION(uvstream) {
    loop::OwnSignals::ignore_all();
    stream::ignore_warnings();
    if (UVSTREAM_G(enable)) {
        // Loaded by dl(), we go before the process's persistent streams do.
        if (type == MODULE_TEMPORARY) stream::close_persistent_streams();
        libraries::restore_calls();
        php::remove_functions(php::later_functions());
        php::remove_tasks();
        php::remove_close_guard();
        task::AutoloadGate::remove();
        task::release_collector();
        php::restore_extension_functions();
        php::restore_functions();
        stream::give_back_php_wrapper();
        stream::give_back_output();
        stream::give_back_stdio();
        stream::give_back_transports();
    }
    UNREGISTER_INI_ENTRIES();
    return SUCCESS;
}

static PHP_RINIT_FUNCTION(uvstream) {
#if defined(ZTS) && defined(COMPILE_DL_UVSTREAM)
    ZEND_TSRMLS_CACHE_UPDATE();
#endif
#ifdef ZTS
    UVSTREAM_G(persistent_list) = &EG(persistent_list);
#endif
    sched::Dispatcher& dispatcher = stream::state().scheduler.dispatcher();
    dispatcher.set_schedule(UVSTREAM_G(schedule_seed));
    dispatcher.watch_holds(UVSTREAM_G(slow_us), task::tell_hold);
    if (UVSTREAM_G(enable) && UVSTREAM_G(dump_signal) != 0 && !php::hear_dump_signal(UVSTREAM_G(dump_signal))) {
        zend::warn_signal_taken(std::exchange(UVSTREAM_G(dump_signal), 0));
    }
    UVSTREAM_G(calls)->begin_request();
    return SUCCESS;
}

// No call is under way any more. What still uses a stream is a fiber that was away in an error handler, and that a
// fatal error keeps from ever coming back: its streams are to be closed with the others.
static PHP_RSHUTDOWN_FUNCTION(uvstream) {
    task::tasks().let_go();
    stream::state().fiber_waits.let_go();
    stream::drop_uses(stream::notes());
    return SUCCESS;
}

// Nothing else ends at request shut-down: session handlers, signals and all, may run after ours, and destructors. This
// is after every stream of the request is closed.
static ZEND_MODULE_POST_ZEND_DEACTIVATE_D(uvstream) {
    php::give_back_signals();
    UVSTREAM_G(calls)->end_request();
    task::tasks().end_request();
    stream::state().end_request();
    return SUCCESS;
}

static PHP_MINFO_FUNCTION(uvstream) {
    php::print_info();
    DISPLAY_INI_ENTRIES();
}

static const zend_module_dep uvstream_deps[] = {
    ZEND_MOD_REQUIRED("standard") ZEND_MOD_OPTIONAL("openssl") ZEND_MOD_OPTIONAL("sockets") ZEND_MOD_OPTIONAL("pcntl")
        ZEND_MOD_OPTIONAL("session") ZEND_MOD_OPTIONAL("soap") ZEND_MOD_END};

zend_module_entry uvstream_module_entry = {STANDARD_MODULE_HEADER_EX,
                                           nullptr,
                                           uvstream_deps,
                                           "uvstream",
                                           nullptr,
                                           PHP_MINIT(uvstream),
                                           PHP_MSHUTDOWN(uvstream),
                                           PHP_RINIT(uvstream),
                                           PHP_RSHUTDOWN(uvstream),
                                           PHP_MINFO(uvstream),
                                           PHP_UVSTREAM_VERSION,
                                           PHP_MODULE_GLOBALS(uvstream),
                                           PHP_GINIT(uvstream),
                                           PHP_GSHUTDOWN(uvstream),
                                           ZEND_MODULE_POST_ZEND_DEACTIVATE_N(uvstream),
                                           STANDARD_MODULE_PROPERTIES_EX};

#ifdef COMPILE_DL_UVSTREAM
extern "C" {
#ifdef ZTS
ZEND_TSRMLS_CACHE_DEFINE()
#endif
ZEND_GET_MODULE(uvstream)
}
#endif
